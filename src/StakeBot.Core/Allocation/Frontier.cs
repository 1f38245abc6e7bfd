using System.Collections.Immutable;

namespace StakeBot.Core.Allocation;

/// <summary>
/// The efficient frontier: from the portfolio of least risk up to the one of greatest return, as corner portfolios in ascending order of return.
/// Between neighbouring corners the weights are linear, so every portfolio on it is exact.
/// </summary>
public sealed class Frontier
{
    private readonly Func<ReadOnlySpan<double>, double> _risk;

    /// <summary>Takes the corners that a solver found.</summary>
    /// <param name="measure">What counts as risk.</param>
    /// <param name="corners">At least one, ascending in return.</param>
    /// <param name="maxRatio">The portfolio with the greatest return per risk; null where there is no such thing (no positive return, or no risk).</param>
    /// <param name="certificate">The solver's proof.</param>
    /// <param name="risk">The measure as a function of weights.</param>
    public Frontier(
        RiskMeasure measure,
        ImmutableArray<CornerPortfolio> corners,
        CornerPortfolio? maxRatio,
        Certificate certificate,
        Func<ReadOnlySpan<double>, double> risk)
    {
        if (corners.IsDefaultOrEmpty)
            throw new ArgumentException("A frontier has at least one corner.", nameof(corners));
        Measure = measure;
        Corners = corners;
        MaxRatio = maxRatio;
        Certificate = certificate;
        _risk = risk;
    }

    /// <summary>What counts as risk.</summary>
    public RiskMeasure Measure { get; }

    /// <summary>The corner portfolios, ascending in return.</summary>
    public ImmutableArray<CornerPortfolio> Corners { get; }

    /// <summary>Least risk.</summary>
    public CornerPortfolio MinRisk => Corners[0];

    /// <summary>Greatest return.</summary>
    public CornerPortfolio MaxReturn => Corners[^1];

    /// <summary>Greatest return per risk; null where there is no such thing.</summary>
    public CornerPortfolio? MaxRatio { get; }

    /// <summary>How exact the answer is.</summary>
    public Certificate Certificate { get; }

    /// <summary>The least-risk portfolio with at least that return; null when no portfolio reaches it.</summary>
    public CornerPortfolio? AtReturn(double target)
    {
        if (target <= MinRisk.Return)
            return MinRisk;
        for (int i = 1; i < Corners.Length; i++)
        {
            if (target <= Corners[i].Return)
                return Between(Corners[i - 1], Corners[i], (target - Corners[i - 1].Return) / (Corners[i].Return - Corners[i - 1].Return));
        }
        return null;
    }

    /// <summary>The portfolio <paramref name="share"/> of the way from one neighbouring corner to the next.</summary>
    public CornerPortfolio Between(CornerPortfolio from, CornerPortfolio to, double share)
    {
        double[] weights = new double[from.Weights.Length];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = from.Weights[i] + share * (to.Weights[i] - from.Weights[i]);
        return new CornerPortfolio(from.Return + share * (to.Return - from.Return), _risk(weights), [.. weights]);
    }

    /// <summary>The frontier's risk measure of any weights, on the frontier or not.</summary>
    public double RiskOf(ReadOnlySpan<double> weights) => _risk(weights);
}
