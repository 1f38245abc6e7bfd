using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// The two-percent rule: no single model may cost more than a limit (2 % of the fund's equity) in a bad window.
/// cap = limit / loss of the model's window, per NMR locked in it.
/// </summary>
public static class TwoPercentRule
{
    /// <summary>What a model can lose in a bad window, per NMR locked in it: at least 0.</summary>
    /// <param name="windows">The model's window returns.</param>
    /// <param name="rule">The payout rule of its tournament.</param>
    /// <param name="policy">Basis and level.</param>
    public static double LossRate(ReadOnlySpan<double> windows, PayoutRule rule, RiskPolicy policy) => policy.Basis switch
    {
        LossBasis.Tail => Math.Max(0, Cvar.Of(windows, policy.Level)),
        LossBasis.Worst => Math.Min(1, rule.Clip * (rule.Regime == StakingRegime.Legacy ? rule.OverlappingRounds : 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy.Basis, "Unknown basis."),
    };

    /// <summary>The largest share of the fund that a model may have; 1 when it shows no loss.</summary>
    public static double Cap(double lossRate, RiskPolicy policy) => lossRate <= policy.ModelLimit ? 1 : policy.ModelLimit / lossRate;

    /// <summary>Checks one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="exposure">Its NMR, with what is on its way.</param>
    /// <param name="equity">The fund's equity.</param>
    /// <param name="lossRate">Its <see cref="LossRate"/>.</param>
    /// <param name="policy">The limit.</param>
    public static ModelLimitCheck Check(Model model, Nmr exposure, Nmr equity, double lossRate, RiskPolicy policy) =>
        new(model, exposure, lossRate, exposure.Times(lossRate), equity.Times(policy.ModelLimit), Cap(lossRate, policy));
}

/// <summary>How a model stands to the two-percent rule.</summary>
/// <param name="Model">The model.</param>
/// <param name="Exposure">Its NMR, with what is on its way.</param>
/// <param name="LossRate">What it loses in a bad window, per NMR: 0.31 = 31 %.</param>
/// <param name="Loss">What that is in NMR.</param>
/// <param name="Limit">What it may be.</param>
/// <param name="Cap">The largest share of the fund that keeps the rule, 0–1.</param>
public sealed record ModelLimitCheck(Model Model, Nmr Exposure, double LossRate, Nmr Loss, Nmr Limit, double Cap)
{
    /// <summary>Whether the rule is broken.</summary>
    public bool IsBroken => Loss > Limit;

    /// <summary>The NMR that may stay on the model.</summary>
    public Nmr Allowed => IsBroken ? Exposure.Times(Limit.ShareOf(Loss)) : Exposure;
}
