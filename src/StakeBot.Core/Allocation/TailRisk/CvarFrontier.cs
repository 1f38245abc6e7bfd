using StakeBot.Core.Allocation.TailRisk;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Allocation;

/// <summary>
/// The whole exact frontier of mean and CVaR over equally likely scenarios. It is piecewise linear, and every vertex is returned.
/// <c>min CVaR_β(w) − λ μ′w, 1′w = 1, l ≤ w ≤ u</c> for every λ ≥ 0 (Rockafellar and Uryasev 2000; parametric simplex: Ruszczyński and Vanderbei 2003).
/// </summary>
/// <remarks>
/// The certificate's residual is the duality gap of every corner, at both ends of the range of λ for which it is optimal, relative to the largest
/// return; since neighbours share an end, it proves the edges between them as well.
/// </remarks>
public static class CvarFrontier
{
    /// <summary>Traces the frontier: from the portfolio with the greatest return among those of least CVaR to the least risky of greatest return.</summary>
    /// <param name="scenarios">Returns, T ≥ 1 scenarios × n assets (0.01 = +1 %).</param>
    /// <param name="bounds">The least and greatest weight of each asset.</param>
    /// <param name="level">β in [0, 1), such as 0.95. Say so where <see cref="Cvar.TailOutcomes"/> is below <see cref="Cvar.FewTailOutcomes"/>.</param>
    /// <param name="expected">μ, one per asset, when it is not the mean of the scenarios: shrunk means, for example.</param>
    /// <returns>
    /// Solved; its greatest ratio is null where the least CVaR is not positive (no loss in the tail) or no return is. Infeasible when the bounds admit no
    /// portfolio. TooFewRounds when there are no scenarios.
    /// </returns>
    /// <exception cref="ArgumentException">Bounds for another number of assets, or a level outside [0, 1).</exception>
    public static FrontierOutcome Trace(ScenarioSet scenarios, Bounds bounds, double level, double[]? expected = null)
    {
        if (TailFrontier.Objection(scenarios, bounds) is { } objection)
            return objection;
        double tail = Cvar.TailOutcomes(scenarios.Count, level);
        ScenarioTable losses = ScenarioTable.Losses(scenarios);
        return TailFrontier.Trace(
            RiskMeasure.Cvar, bounds, new ReturnSlope(scenarios, losses.Scale, expected), losses,
            rule => new CvarRows(losses, tail, rule),
            weights => Cvar.Of(PortfolioReturns.Of(scenarios, weights), level));
    }
}
