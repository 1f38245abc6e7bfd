using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>The simulated account. It knows each change by its id, so a change that was begun before a crash can be begun again.</summary>
internal sealed class PaperStakeDesk(TimeProvider time, IPaperStakes? account = null) : IStakeDesk
{
    public bool Serves(StakeChange change, ExecutionMode mode) => mode == ExecutionMode.Paper;

    public Task<LegStep> PrepareAsync(Leg leg, CancellationToken ct) =>
        Task.FromResult(new LegStep(leg with { State = LegState.Submitting, SentAt = time.GetUtcNow() }, "step-claimed"));

    public async Task<LegStep> CarryOutAsync(Leg leg, CancellationToken ct)
    {
        IPaperStakes stakes = account ?? throw new InvalidOperationException("Paper mode without a simulated account.");
        string? refusal = leg.Change switch
        {
            StakeChange.Setting setting => await stakes.SetAsync(leg.Key, setting.Model.Id, setting.After, ct),
            StakeChange.Transfer transfer => await stakes.ChangeAsync(
                leg.Key, transfer.Model.Id, transfer.Lowers ? StakeChangeKind.Decrease : StakeChangeKind.Increase, transfer.Moved, ct),
            _ => throw new InvalidOperationException($"Unknown change {leg.Change}."),
        };
        DateTimeOffset now = time.GetUtcNow();
        return refusal is null
            ? new LegStep(leg with { State = LegState.Observed, OutcomeAt = now }, "step-observed")
            : new LegStep(leg with { State = LegState.Rejected, OutcomeAt = now, Reason = refusal }, "step-rejected");
    }

    public Task<LegStep> RecoverAsync(Leg leg, CancellationToken ct) => CarryOutAsync(leg, ct);

    public Task<LegStep> LookAsync(Leg leg, CancellationToken ct) => Task.FromResult(new LegStep(leg with { NotBefore = null }, "step-seen"));
}
