using StakeBot.Bot.Execution.Policies;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Making;

/// <summary>The opposite of what a proposal did, as far as it is possible now. What was sent is not recalled by it: it is a new change with its own costs.</summary>
internal sealed class Compensation(ProposalBook book, PolicyKeeper policies)
{
    /// <summary>The plan; its changes are empty when nothing can be taken back now.</summary>
    public async Task<StakePlan> OfAsync(StoredProposal done, StakeSnapshot now, CancellationToken ct)
    {
        Leg[] taken = [.. done.Legs.Where(leg => leg.State.WasTaken)];
        Dictionary<ModelId, Nmr> undone = await UndoneAsync(done.Proposal.Id, ct);
        PlanLimits limits = new() { TurnoverLimit = 1_000_000, WalletFloor = (await policies.CurrentAsync(ct)).WalletFloor };
        Dictionary<ModelId, Nmr> wanted = [];
        List<LeftAlone> leftAlone = [];
        List<StakeChange> settings = [];
        foreach (StakeChange change in taken.Select(leg => leg.Change))
        {
            Stake? stake = now.Stakes.FirstOrDefault(stake => stake.Model.Id == change.Model.Id);
            switch (change)
            {
                case StakeChange.Transfer when change.Difference + undone.GetValueOrDefault(change.Model.Id) == Nmr.Zero:
                    leftAlone.Add(new LeftAlone(change.Model, "it was undone already"));
                    break;
                case StakeChange.Transfer when stake is Stake.Legacy legacy:
                    wanted[change.Model.Id] = Nmr.Max(Nmr.Zero, legacy.AtRisk - change.Difference - undone.GetValueOrDefault(change.Model.Id));
                    break;
                case StakeChange.Setting setting when stake is Stake.Atomic atomic && atomic.Setting == setting.After:
                    settings.Add(new StakeChange.Setting(setting.Model, setting.After, setting.Before, setting.OverlappingRounds));
                    break;
                case StakeChange.Setting:
                    leftAlone.Add(new LeftAlone(change.Model, "its setting was changed again since"));
                    break;
            }
        }
        StakePlan transfers = StakePlanner.Plan(now, wanted, limits, new HashSet<ModelId>());
        StakeChange[] changes = [.. settings.Concat(transfers.Changes).OrderBy(change => change.Lowers ? 0 : 1).ThenByDescending(change => change.Moved)];
        return new StakePlan(changes, transfers.Later, [.. transfers.LeftAlone, .. leftAlone], changes.Select(change => change.Moved).Total, 1);
    }

    // What earlier proposals took back of it already, by model; what others took back of those in turn counts against it.
    private async Task<Dictionary<ModelId, Nmr>> UndoneAsync(ProposalId id, CancellationToken ct)
    {
        ILookup<ProposalId?, ProposalId> undos = (await book.AllAsync(ct)).ToLookup(proposal => proposal.Undoes, proposal => proposal.Id);
        Dictionary<ModelId, Nmr> undone = [];
        Queue<ProposalId> found = new(undos[id]);
        while (found.TryDequeue(out ProposalId undo))
        {
            StoredProposal stored = await book.FindAsync(undo, ct) ?? throw new InvalidOperationException($"{undo.Code} is listed and cannot be found.");
            foreach (StakeChange.Transfer transfer in stored.Legs.Where(leg => leg.State.WasTaken).Select(leg => leg.Change).OfType<StakeChange.Transfer>())
                undone[transfer.Model.Id] = undone.GetValueOrDefault(transfer.Model.Id) + transfer.Difference;
            foreach (ProposalId next in undos[undo])
                found.Enqueue(next);
        }
        return undone;
    }
}
