using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>Dry run: everything up to the sending, which does not happen.</summary>
internal sealed class DryRunDesk(TimeProvider time) : IStakeDesk
{
    public bool Serves(StakeChange change, ExecutionMode mode) => mode == ExecutionMode.DryRun;

    public Task<LegStep> PrepareAsync(Leg leg, CancellationToken ct) => Task.FromResult(
        new LegStep(leg with { State = LegState.Rehearsed, OutcomeAt = time.GetUtcNow() }, "step-rehearsed"));

    public Task<LegStep> CarryOutAsync(Leg leg, CancellationToken ct) => throw new InvalidOperationException("A dry run sends nothing.");

    public Task<LegStep> RecoverAsync(Leg leg, CancellationToken ct) => throw new InvalidOperationException("A dry run sends nothing.");

    public Task<LegStep> LookAsync(Leg leg, CancellationToken ct) => Task.FromResult(new LegStep(leg with { NotBefore = null }, "step-seen"));
}
