namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// Sharpe ratios (mean over standard deviation per round, risk-free 0) with errors that hold for dependent and non-normal rounds: the delta method on the
/// long-run covariance Ψ of the first two moments v = (μ, γ = E r²) (Lo 2002; Ledoit and Wolf 2008): S = μ / √(γ − μ²), ∂S/∂μ = γ / (γ − μ²)^1.5,
/// ∂S/∂γ = −μ / (2(γ − μ²)^1.5), variance ∇′Ψ∇ / T.
/// </summary>
public static class SharpeRatio
{
    /// <summary>The Sharpe ratio of a series.</summary>
    /// <param name="series">Returns in time order, gaps as NaN; they must move.</param>
    /// <param name="bandwidth">m of <see cref="NeweyWest"/>.</param>
    /// <exception cref="ArgumentException">The series does not move.</exception>
    public static HacEstimate Of(double[] series, int bandwidth)
    {
        (double value, double[] influence, int observed) = Influence(series);
        return Estimate(value, influence, observed, bandwidth);
    }

    /// <summary>The Sharpe ratio of one series less that of another, from the rounds that both have.</summary>
    /// <param name="left">Returns in time order, gaps as NaN.</param>
    /// <param name="right">The other's, as long.</param>
    /// <param name="bandwidth">m of <see cref="NeweyWest"/>.</param>
    /// <exception cref="ArgumentException">A series does not move in the common rounds, or they are not equally long.</exception>
    public static HacEstimate Difference(double[] left, double[] right, int bandwidth)
    {
        if (left.Length != right.Length)
            throw new ArgumentException($"{left.Length} and {right.Length} rounds cannot be compared.", nameof(right));
        double[] ofLeft = [.. left.Select((r, t) => double.IsNaN(right[t]) ? double.NaN : r)];
        double[] ofRight = [.. right.Select((r, t) => double.IsNaN(left[t]) ? double.NaN : r)];
        (double leftValue, double[] leftInfluence, int observed) = Influence(ofLeft);
        (double rightValue, double[] rightInfluence, _) = Influence(ofRight);
        return Estimate(leftValue - rightValue, [.. leftInfluence.Zip(rightInfluence, (l, r) => l - r)], observed, bandwidth);
    }

    // ∇′Ψ∇ is the long-run variance of ∇′(r − μ, r² − γ): one series instead of a matrix.
    private static (double Value, double[] Influence, int Observed) Influence(double[] series)
    {
        double[] seen = [.. series.Where(r => !double.IsNaN(r))];
        double mean = seen.Length == 0 ? 0 : seen.Average();
        double variance = seen.Length == 0 ? 0 : seen.Average(r => (r - mean) * (r - mean));
        if (!(variance > 1e-30 * mean * mean) || variance == 0)
            throw new ArgumentException("Returns that do not move have no Sharpe ratio.", nameof(series));
        double gamma = variance + mean * mean;
        double cube = variance * Math.Sqrt(variance);
        double ofMean = gamma / cube;
        double ofGamma = -mean / (2 * cube);
        return (mean / Math.Sqrt(variance), [.. series.Select(r => ofMean * (r - mean) + ofGamma * (r * r - gamma))], seen.Length);
    }

    private static HacEstimate Estimate(double value, double[] influence, int observed, int bandwidth)
    {
        double variance = NeweyWest.Covariance([influence], bandwidth)[0];
        return new HacEstimate(value, Math.Sqrt(Math.Max(0, variance) / observed), NeweyWest.DegreesOfFreedom(observed, bandwidth));
    }
}
