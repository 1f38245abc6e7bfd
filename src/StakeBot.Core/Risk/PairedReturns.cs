namespace StakeBot.Core.Risk;

/// <summary>Two models in the rounds that both have.</summary>
/// <param name="Rounds">How many rounds both have.</param>
/// <param name="Correlation">Their correlation, −1 to 1; NaN when one does not move.</param>
/// <param name="SameLevel">Whether their means differ by less than a tenth of a standard deviation.</param>
public sealed record PairedReturns(int Rounds, double Correlation, bool SameLevel)
{
    /// <summary>Compares two columns of the same length, gaps as NaN.</summary>
    public static PairedReturns Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        int n = 0;
        double sumLeft = 0;
        double sumRight = 0;
        for (int t = 0; t < left.Length; t++)
        {
            if (double.IsNaN(left[t]) || double.IsNaN(right[t]))
                continue;
            n++;
            sumLeft += left[t];
            sumRight += right[t];
        }
        double meanLeft = sumLeft / n;
        double meanRight = sumRight / n;
        double squareLeft = 0;
        double squareRight = 0;
        double product = 0;
        for (int t = 0; t < left.Length; t++)
        {
            if (double.IsNaN(left[t]) || double.IsNaN(right[t]))
                continue;
            double l = left[t] - meanLeft;
            double r = right[t] - meanRight;
            squareLeft += l * l;
            squareRight += r * r;
            product += l * r;
        }
        double scale = Math.Sqrt(squareLeft * squareRight);
        double correlation = n < 2 || scale == 0 ? double.NaN : Math.Clamp(product / scale, -1, 1);
        double deviation = n < 2 ? 0 : Math.Sqrt(Math.Max(squareLeft, squareRight) / (n - 1));
        return new PairedReturns(n, correlation, Math.Abs(meanLeft - meanRight) <= 0.1 * deviation);
    }
}
