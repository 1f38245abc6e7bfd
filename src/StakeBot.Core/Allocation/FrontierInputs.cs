using StakeBot.Core.Risk;

namespace StakeBot.Core.Allocation;

/// <summary>What a frontier is traced from: a measure with its moments, and its scenarios where it needs them.</summary>
/// <param name="Measure">What counts as risk.</param>
/// <param name="Level">The level of CVaR and CDaR, such as 0.95.</param>
/// <param name="Moments">Expected returns and covariance.</param>
/// <param name="Scenarios">Equally likely scenarios, one column per asset.</param>
public sealed record FrontierInputs(RiskMeasure Measure, double Level, Moments Moments, ScenarioSet Scenarios)
{
    /// <summary>
    /// Takes the estimates of a fund, per window: the shrunk means whatever the measure, so that every frontier speaks of the same expectation.
    /// Drawdowns follow the rounds one after the other, each at its own scale e; the other measures look at whole windows.
    /// </summary>
    /// <param name="measure">What counts as risk.</param>
    /// <param name="level">The level of CVaR and CDaR.</param>
    /// <param name="history">The history.</param>
    /// <param name="moments">Its estimates.</param>
    public static FrontierInputs Of(RiskMeasure measure, double level, FundHistory history, WindowMoments moments) =>
        Of(measure, level, history.Completed, history.Windows, history.Scenarios, moments);

    /// <summary>The same from other rounds of the same models, such as resampled ones: without scenarios where the measure needs none.</summary>
    internal static FrontierInputs Of(
        RiskMeasure measure, double level, ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, WindowReturns? scenarios, WindowMoments moments)
    {
        double[] values = measure switch
        {
            RiskMeasure.Cdar or RiskMeasure.MaxDrawdown => Path(returns, windows),
            RiskMeasure.Deviation when scenarios is null => [],
            _ => (scenarios ?? WindowReturns.Of(returns, windows)).Complete(),
        };
        return new FrontierInputs(measure, level, new Moments(moments.Mean, moments.Covariance), new ScenarioSet(windows.Count, values));
    }

    /// <summary>Takes the estimates of a fund round by round, unshrunk and without overlap: what other tools compute, for comparison.</summary>
    /// <param name="measure">What counts as risk.</param>
    /// <param name="level">The level of CVaR and CDaR.</param>
    /// <param name="perRound">A history whose windows are single rounds.</param>
    public static FrontierInputs Unshrunk(RiskMeasure measure, double level, FundHistory perRound)
    {
        WindowMoments moments = WindowMoments.Of(perRound);
        return new FrontierInputs(
            measure,
            level,
            new Moments(moments.SampleMean, moments.SampleCovariance),
            new ScenarioSet(perRound.Models.Count, perRound.Scenarios.Complete()));
    }

    /// <summary>The same with one more asset that earns nothing and risks nothing: NMR that stays idle.</summary>
    public FrontierInputs WithIdle()
    {
        int models = Moments.Count;
        double[] covariance = new double[(models + 1) * (models + 1)];
        for (int i = 0; i < models; i++)
            Moments.Covariance.AsSpan(i * models, models).CopyTo(covariance.AsSpan(i * (models + 1), models));
        double[] scenarios = new double[Scenarios.Count * (models + 1)];
        for (int t = 0; t < Scenarios.Count; t++)
            Scenarios.Row(t).CopyTo(scenarios.AsSpan(t * (models + 1), models));
        return this with { Moments = new Moments([.. Moments.Mean, 0], covariance), Scenarios = new ScenarioSet(models + 1, scenarios) };
    }

    /// <summary>Traces the frontier of the measure.</summary>
    public FrontierOutcome Trace(Bounds bounds) => Measure switch
    {
        RiskMeasure.Deviation => CriticalLine.Trace(Moments, bounds),
        RiskMeasure.Cvar => CvarFrontier.Trace(Scenarios, bounds, Level, Moments.Mean),
        _ => DrawdownFrontier.Trace(Scenarios, bounds, Measure, Level, Moments.Mean),
    };

    // A gap that could not be filled is a round without a stake.
    private static double[] Path(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows)
    {
        double[] path = new double[returns.RoundCount * returns.ModelCount];
        for (int t = 0; t < returns.RoundCount; t++)
        {
            for (int i = 0; i < returns.ModelCount; i++)
            {
                double r = returns[t, i];
                path[t * returns.ModelCount + i] = double.IsNaN(r) ? 0 : windows[i].Scale * r;
            }
        }
        return path;
    }
}
