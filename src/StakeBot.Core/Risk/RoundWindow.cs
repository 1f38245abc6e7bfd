using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// The R overlapping rounds that are open at one time, and how they act on locked NMR: the window return is W = e · (sum of R consecutive round
/// returns), with e = 1 in the Legacy regime (the same NMR is in every round) and e = 1/R in the Atomic one (each round has its own part).
/// </summary>
/// <param name="Rounds">R, at least 1.</param>
/// <param name="Regime">The staking regime.</param>
public sealed record RoundWindow(int Rounds, StakingRegime Regime)
{
    private const double RoundsPerWeek = 5;

    /// <summary>The window of a payout rule.</summary>
    public static RoundWindow Of(PayoutRule rule) => new(rule.OverlappingRounds, rule.Regime);

    /// <summary>One round on its own, all NMR in it: what other tools compute with.</summary>
    public static RoundWindow SingleRound { get; } = new(1, StakingRegime.Legacy);

    /// <summary>e, what one round's return counts for.</summary>
    public double Scale => Regime == StakingRegime.Legacy ? 1 : 1.0 / Rounds;

    /// <summary>The length in words: <c>64 rounds, about 13 weeks</c>.</summary>
    public string Describe()
    {
        if (Rounds == 1)
            return "a single round";
        double weeks = Math.Max(1, Math.Round(Rounds / RoundsPerWeek));
        return FormattableString.Invariant($"{Rounds} rounds, about {weeks:0} {(weeks == 1 ? "week" : "weeks")}");
    }
}
