using StakeBot.Core.Allocation.TailRisk;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Allocation;

/// <summary>
/// The whole exact frontier of mean and drawdown over scenarios in time order: conditional drawdown at risk or maximum drawdown, uncompounded from a start
/// peak of 0 (Chekhlov, Uryasev and Zabarankin 2005). It is piecewise linear, and every vertex is returned.
/// </summary>
/// <remarks>The certificate's residual is that of <see cref="CvarFrontier"/>.</remarks>
public static class DrawdownFrontier
{
    // Any tail shorter than one drawdown holds the greatest one alone.
    private const double GreatestAlone = 0.5;

    /// <summary>Traces the frontier: from the portfolio with the greatest return among those of least risk to the least risky of greatest return.</summary>
    /// <param name="scenarios">Returns in time order, T ≥ 1 scenarios × n assets (0.01 = +1 %).</param>
    /// <param name="bounds">The least and greatest weight of each asset.</param>
    /// <param name="measure"><see cref="RiskMeasure.Cdar"/> or <see cref="RiskMeasure.MaxDrawdown"/>.</param>
    /// <param name="level">β in [0, 1), such as 0.95; without meaning for the maximum drawdown.</param>
    /// <param name="expected">μ, one per asset, when it is not the mean of the scenarios: shrunk means, for example.</param>
    /// <returns>
    /// Solved; its greatest ratio is null where some portfolio has no drawdown at all or no return is positive. Infeasible when the bounds admit no
    /// portfolio. TooFewRounds when there are no scenarios.
    /// </returns>
    /// <exception cref="ArgumentException">Another measure, bounds for another number of assets, or a level outside [0, 1).</exception>
    public static FrontierOutcome Trace(ScenarioSet scenarios, Bounds bounds, RiskMeasure measure, double level = 0.95, double[]? expected = null)
    {
        if (measure is not (RiskMeasure.Cdar or RiskMeasure.MaxDrawdown))
            throw new ArgumentException($"{measure} is not a drawdown.", nameof(measure));
        if (TailFrontier.Objection(scenarios, bounds) is { } objection)
            return objection;
        double tail = measure == RiskMeasure.Cdar ? Cvar.TailOutcomes(scenarios.Count, level) : GreatestAlone;
        ScenarioTable cumulative = ScenarioTable.Cumulative(scenarios);
        return TailFrontier.Trace(
            measure, bounds, new ReturnSlope(scenarios, cumulative.Scale, expected), cumulative, rule => new DrawdownRows(cumulative, tail, rule), Risk);

        double Risk(ReadOnlySpan<double> weights)
        {
            double[] returns = PortfolioReturns.Of(scenarios, weights);
            return measure == RiskMeasure.Cdar ? UncompoundedDrawdown.Conditional(returns, level) : UncompoundedDrawdown.Max(returns);
        }
    }
}
