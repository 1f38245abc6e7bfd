namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>Whether one model is really better than another, by the rounds that both have.</summary>
public abstract record Comparison
{
    /// <summary>Below this probability of chance a difference counts as one.</summary>
    public const double Significance = 0.05;

    private Comparison()
    {
    }

    /// <summary>Compares two models of a panel.</summary>
    /// <param name="returns">Round returns, gaps as NaN.</param>
    /// <param name="windows">The window of each model.</param>
    /// <param name="left">The column of the one, A.</param>
    /// <param name="right">The column of the other, B.</param>
    public static Comparison Of(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, int left, int right)
    {
        double[] a = returns.Column(left);
        double[] b = returns.Column(right);
        int window = Math.Max(windows[left].Rounds, windows[right].Rounds);
        int common = a.Zip(b).Count(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second));
        if (common < 2 * window)
            return new TooShort(common, 2 * window);
        int bandwidth = NeweyWest.Bandwidth(window, common);
        double scaleA = windows[left].Scale * windows[left].Rounds;
        double scaleB = windows[right].Scale * windows[right].Rounds;
        double[] difference = [.. a.Zip(b, (x, y) => scaleB * y - scaleA * x)];
        HacEstimate mean = HacEstimate.Mean(difference, bandwidth);
        double spread = Math.Sqrt(difference.Where(d => !double.IsNaN(d)).Average(d => d * d));
        if (spread == 0)
            return new Same(common);
        HacEstimate? sharpe = Moves(a, b) && Moves(b, a) ? SharpeRatio.Difference(b, a, bandwidth) : null;
        return new Compared(common, window, mean, sharpe);
    }

    private static bool Moves(double[] series, double[] other)
    {
        double[] common = [.. series.Where((r, t) => !double.IsNaN(r) && !double.IsNaN(other[t]))];
        return common.Max() - common.Min() > 1e-12 * common.Max(Math.Abs);
    }

    /// <summary>There are numbers.</summary>
    /// <param name="Rounds">The rounds that both have.</param>
    /// <param name="Window">R, the longer of the two windows.</param>
    /// <param name="Difference">What a window of B is expected to bring more than one of A, per NMR.</param>
    /// <param name="SharpeDifference">The Sharpe ratio per round of B less that of A; null when one of them does not move.</param>
    public sealed record Compared(int Rounds, int Window, HacEstimate Difference, HacEstimate? SharpeDifference) : Comparison
    {
        /// <summary>Whether the difference of results is more than chance.</summary>
        public bool IsDecided => Difference.PValue < Significance;

        /// <summary>Whether the difference of result per risk is more than chance.</summary>
        public bool IsSharpeDecided => SharpeDifference is { } sharpe && sharpe.PValue < Significance;

        /// <summary>What to make of it, one sentence without numbers: <c>The history cannot tell A and B apart</c>.</summary>
        /// <param name="a">The name of the one.</param>
        /// <param name="b">The name of the other.</param>
        public string Verdict(string a, string b)
        {
            string better = Difference.Value > 0 ? b : a;
            string worse = Difference.Value > 0 ? a : b;
            if (IsDecided)
            {
                return IsSharpeDecided && SharpeDifference!.Value > 0 == Difference.Value > 0
                    ? $"{better} really did better than {worse}, in result and in result per risk"
                    : $"{better} really did better than {worse} in result; in result per risk the history cannot tell them apart";
            }
            return IsSharpeDecided
                ? $"In result the history cannot tell {a} and {b} apart; per risk {(SharpeDifference!.Value > 0 ? b : a)} really did better"
                : $"The history cannot tell {a} and {b} apart";
        }
    }

    /// <summary>Both earned the same in every common round.</summary>
    /// <param name="Rounds">The rounds that both have.</param>
    public sealed record Same(int Rounds) : Comparison;

    /// <summary>The common rounds hold less than two windows.</summary>
    /// <param name="Rounds">The rounds that both have.</param>
    /// <param name="Needed">The rounds that are needed.</param>
    public sealed record TooShort(int Rounds, int Needed) : Comparison;
}
