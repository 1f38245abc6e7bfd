using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution;

/// <summary>
/// Takes every proposal on as far as it can go now. What has to be remembered is in the store, never in here: a new run of the program takes up
/// where the last one was stopped.
/// </summary>
internal sealed class Executor(ProposalBook book, PendingTurn pending, GraceTurn grace, StepsTurn steps, ILeadership leadership, TimeProvider time)
{
    public const string Role = "executor";

    /// <summary>Takes every proposal on.</summary>
    /// <returns>When to come again at the latest; null: when somebody acts.</returns>
    /// <exception cref="InvalidOperationException">One could not be taken on; the others were. An <see cref="AggregateException"/> of them when there were several.</exception>
    public async Task<DateTimeOffset?> RunOnceAsync(CancellationToken ct)
    {
        if (!await leadership.TryHoldAsync(Role, ct))
            return time.GetUtcNow() + TimeSpan.FromMinutes(1);
        DateTimeOffset? earliest = null;
        List<Exception> troubles = [];
        foreach (StoredProposal live in await book.LiveAsync(ct))
        {
            try
            {
                DateTimeOffset? next = await TakeOnAsync(live, ct);
                if (next is { } at && (earliest is null || at < earliest))
                    earliest = at;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException and not StoreUnavailableException)
            {
                // The others go on: a fault in one proposal must not leave another one unknown.
                troubles.Add(new InvalidOperationException($"{live.Proposal.Code} could not be taken on: {trouble.Message}", trouble));
            }
        }
        return troubles.Count switch
        {
            0 => earliest,
            1 => throw troubles[0],
            _ => throw new AggregateException(troubles),
        };
    }

    private async Task<DateTimeOffset?> TakeOnAsync(StoredProposal stored, CancellationToken ct)
    {
        while (true)
        {
            Turn turn = stored.Proposal.State switch
            {
                ProposalState.Pending => await pending.TakeAsync(stored, ct),
                ProposalState.Grace => await grace.TakeAsync(stored, ct),
                _ => await steps.TakeAsync(stored, ct),
            };
            if (!turn.HasChanged)
                return turn.Again;
            if (await book.FindAsync(stored.Proposal.Id, ct) is not { } changed)
                return null;
            stored = changed;
            if (stored.IsOver)
                return null;
        }
    }
}

/// <summary>What a turn did.</summary>
/// <param name="HasChanged">Whether the proposal was written, by this turn or by somebody else meanwhile: look at it again.</param>
/// <param name="Again">When to come again; null: when somebody acts.</param>
internal sealed record Turn(bool HasChanged, DateTimeOffset? Again)
{
    public static Turn Changed { get; } = new(true, null);

    public static Turn WaitsFor(DateTimeOffset? time) => new(false, time);
}
