
namespace StakeBot.Core.Allocation;

/// <summary>
/// The frontiers of one fund on the same two axes: everything staked; anything idle allowed; and within caps per model, what the caps leave over
/// idle. Weights are shares of the fund's equity in the order of the history's columns, with idle NMR as the last asset.
/// </summary>
public sealed class FundFrontier
{
    private FundFrontier(Frontier staked, Frontier withIdle, Frontier capped, double[] caps)
    {
        Staked = staked;
        WithIdle = withIdle;
        Capped = capped;
        Caps = caps;
    }

    /// <summary>Everything staked, no cap: the classical frontier. Its weights have no idle asset.</summary>
    public Frontier Staked { get; }

    /// <summary>No cap, any part idle.</summary>
    public Frontier WithIdle { get; }

    /// <summary>Within the caps, any part idle.</summary>
    public Frontier Capped { get; }

    /// <summary>The cap of each model, 0–1.</summary>
    public double[] Caps { get; }

    /// <summary>The largest share of the fund that can be staked within the caps.</summary>
    public double Stakeable => Math.Min(1, Caps.Sum());

    /// <summary>Whether a cap lies below 1.</summary>
    public bool CapsBind => Caps.Any(cap => cap < 1);

    /// <summary>The share that a portfolio with an idle asset keeps idle.</summary>
    public static double IdleOf(CornerPortfolio portfolio) => portfolio.Weights[^1];

    /// <summary>Traces the three frontiers; the first that cannot be solved is the outcome.</summary>
    /// <param name="inputs">Moments, and scenarios where the measure needs them.</param>
    /// <param name="caps">The cap of each model from the two-percent rule.</param>
    /// <param name="cap">One more cap for every model; 1 for none.</param>
    public static (FundFrontier? Solved, FrontierOutcome Outcome) Trace(FrontierInputs inputs, double[] caps, double cap)
    {
        int models = inputs.Moments.Count;
        double[] both = [.. caps.Select(own => Math.Min(own, cap))];
        FrontierOutcome staked = inputs.Trace(Bounds.LongOnly(models, cap));
        if (staked is not FrontierOutcome.Solved(var stakedFrontier))
            return (null, staked);
        FrontierInputs idle = inputs.WithIdle();
        FrontierOutcome withIdle = idle.Trace(UpTo([.. Enumerable.Repeat(cap, models)]));
        if (withIdle is not FrontierOutcome.Solved(var idleFrontier))
            return (null, withIdle);
        FrontierOutcome capped = idle.Trace(UpTo(both));
        return capped is FrontierOutcome.Solved(var cappedFrontier)
            ? (new FundFrontier(stakedFrontier, idleFrontier, cappedFrontier, both), staked)
            : (null, capped);
    }

    private static Bounds UpTo(double[] caps) => new(new double[caps.Length + 1], [.. caps, 1]);
}
