using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>The payout rules of the simulated account: the newest of each of its tournaments, for its whole history.</summary>
internal sealed record PaperRules(PayoutRule Classic, PayoutRule Signals)
{
    /// <summary>Picks the rules.</summary>
    /// <exception cref="InvalidOperationException">A rule is missing, or it is none that the simulation can play.</exception>
    public static PaperRules From(PayoutHistory history) => new(
        Playable(history, Tournament.Classic, StakingRegime.Atomic, [ScoreName.Corr60, ScoreName.Mmc60]),
        Playable(history, Tournament.Signals, StakingRegime.Legacy, [ScoreName.Alpha, ScoreName.Mpc]));

    private static PayoutRule Playable(PayoutHistory history, Tournament tournament, StakingRegime regime, ScoreName[] scores)
    {
        PayoutRule rule = history.Newest(tournament)
            ?? throw new InvalidOperationException($"The paper account needs a payout rule for {tournament}, and none is known.");
        if (rule.Regime != regime)
            throw new InvalidOperationException($"The paper account plays {tournament} as {regime}, but rule '{rule.Name}' is {rule.Regime}.");
        if (rule.OverlappingRounds != PaperCalendar.OpenRounds)
            throw new InvalidOperationException($"The paper account has {PaperCalendar.OpenRounds} open rounds, but rule '{rule.Name}' has {rule.OverlappingRounds}.");
        if (rule.Multipliers.FirstOrDefault(part => !scores.Contains(part.Score)) is { Score.Value: not null } unknown)
            throw new InvalidOperationException($"The paper account has no score '{unknown.Score}', which rule '{rule.Name}' pays.");
        return rule;
    }
}
