using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Making;

/// <summary>The opposite of what a proposal did, as far as it is possible now. What was sent is not recalled by it: it is a new change with its own costs.</summary>
internal static class Compensation
{
    /// <summary>The plan; its changes are empty when nothing can be taken back now.</summary>
    public static StakePlan Of(StoredProposal done, StakeSnapshot now)
    {
        Leg[] taken = [.. done.Legs.Where(leg => leg.State.WasTaken)];
        StakePlan transfers = StakePlanner.Plan(now, Wanted(taken, now), new PlanLimits { TurnoverLimit = 1_000_000 }, new HashSet<ModelId>());
        List<StakeChange> settings = [];
        List<LeftAlone> leftAlone = [.. transfers.LeftAlone];
        foreach (StakeChange.Setting setting in taken.Select(leg => leg.Change).OfType<StakeChange.Setting>())
        {
            if (now.Stakes.FirstOrDefault(stake => stake.Model.Id == setting.Model.Id) is Stake.Atomic stake && stake.Setting == setting.After)
                settings.Add(new StakeChange.Setting(setting.Model, setting.After, setting.Before, setting.OverlappingRounds));
            else
                leftAlone.Add(new LeftAlone(setting.Model, "its setting was changed again since"));
        }
        StakeChange[] changes = [.. settings.Concat(transfers.Changes).OrderBy(change => change.Lowers ? 0 : 1).ThenByDescending(change => change.Moved)];
        return new StakePlan(changes, transfers.Later, leftAlone, changes.Select(change => change.Moved).Total, 1);
    }

    private static Dictionary<ModelId, Nmr> Wanted(Leg[] taken, StakeSnapshot now)
    {
        Dictionary<ModelId, Nmr> wanted = [];
        foreach (StakeChange.Transfer transfer in taken.Select(leg => leg.Change).OfType<StakeChange.Transfer>())
        {
            if (now.Stakes.FirstOrDefault(stake => stake.Model.Id == transfer.Model.Id) is Stake.Legacy stake)
                wanted[transfer.Model.Id] = Nmr.Max(Nmr.Zero, stake.AtRisk - transfer.Difference);
        }
        return wanted;
    }
}
