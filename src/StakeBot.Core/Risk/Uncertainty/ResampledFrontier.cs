namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>One resample's frontier, reduced to what bands are made of. Positions are equal steps of return from least risk to greatest return.</summary>
/// <param name="Claimed">At each position: the risk that the resample's own estimate claims for its portfolio.</param>
/// <param name="Truly">At each position: the risk of that portfolio by the original estimate, which the resample does not know.</param>
/// <param name="OfOriginal">At each position: the resample's estimate of the risk of the original's portfolio.</param>
/// <param name="Present">The resample's estimate of the risk of the present portfolio; NaN without one.</param>
/// <param name="LeastRisk">The weights of its least-risk portfolio.</param>
/// <param name="BestRatio">The weights of its best-ratio portfolio; null where it has none.</param>
public sealed record ResampledFrontier(
    double[] Claimed,
    double[] Truly,
    double[] OfOriginal,
    double Present,
    double[] LeastRisk,
    double[]? BestRatio);
