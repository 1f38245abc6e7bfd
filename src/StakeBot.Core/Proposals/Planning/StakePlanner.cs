using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Proposals.Planning;

/// <summary>
/// From a target to the changes that can be made now: models within the no-trade band stay, the turnover limit makes everything smaller in
/// proportion, increases spend only NMR that has arrived, and decreases come first.
/// </summary>
/// <remarks>
/// Legacy increases come out of the wallet. An Atomic strategy can hold what is locked in its rounds and idle in it; NMR in the wallet has to be
/// deposited by the owner first. Settings are rounded down to 0.01 NMR per round, transfers to 0.01 NMR, so that no cap is overstepped; where the
/// turnover limit binds, towards what is there now. Rounding may move 0.01 NMR × R more for each lowered setting.
/// </remarks>
public static class StakePlanner
{
    /// <summary>The finest step of an amount: NMR per round of a setting, NMR of a transfer.</summary>
    public const decimal Grain = 0.01m;

    /// <summary>Plans the way to a target.</summary>
    /// <param name="snapshot">The account now.</param>
    /// <param name="target">NMR wanted on each model at full run; models that are not named stay as they are.</param>
    /// <param name="limits">What the plan may do.</param>
    /// <param name="mustLower">Models that break a limit: the band does not protect them.</param>
    public static StakePlan Plan(StakeSnapshot snapshot, IReadOnlyDictionary<ModelId, Nmr> target, PlanLimits limits, IReadOnlySet<ModelId> mustLower)
    {
        List<LeftAlone> leftAlone = [];
        List<Wish> wishes = [];
        foreach (TournamentStakes tournament in snapshot.Tournaments)
        {
            foreach (Stake stake in tournament.Stakes)
            {
                if (!target.TryGetValue(stake.Model.Id, out Nmr wanted))
                    continue;
                if (Wish.Busy(stake) is { } busy)
                    leftAlone.Add(new LeftAlone(stake.Model, busy));
                else
                    wishes.Add(new Wish(tournament, stake, wanted));
            }
        }
        Nmr equity = snapshot.Equity;
        Wish[] moving = [.. wishes.Where(wish => wish.IsOutside(equity.Times(limits.NoTradeBand)) || (wish.Lowers && mustLower.Contains(wish.Model.Id)))];
        double scale = TurnoverScale(moving, equity.Times(limits.TurnoverLimit));
        foreach (Wish wish in moving)
            wish.Scale(scale);
        List<LaterStep> later = [.. Funding.Cut(snapshot, moving, limits)];
        StakeChange[] changes =
        [
            .. moving
                .Select(wish => wish.ToChange(Grain, limits.SmallestChange))
                .OfType<StakeChange>()
                .OrderBy(change => change.Lowers ? 0 : 1)
                .ThenByDescending(change => change.Moved)
                .ThenBy(change => change.Model.Id.Value, StringComparer.Ordinal),
        ];
        return new StakePlan(changes, later, leftAlone, changes.Select(change => change.Moved).Total, scale);
    }

    private static double TurnoverScale(Wish[] moving, Nmr most)
    {
        Nmr turnover = moving.Select(wish => wish.Moved).Total;
        return turnover <= most || turnover == Nmr.Zero ? 1 : most.ShareOf(turnover);
    }
}
