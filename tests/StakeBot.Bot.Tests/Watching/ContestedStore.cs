using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Tests.Watching;

/// <summary>A store in which somebody else acts right before a write, once.</summary>
internal sealed class ContestedStore(IStakeStore store) : IStakeStore
{
    /// <summary>What he does.</summary>
    public Func<Task>? First { get; set; }

    public string? SafeMode => store.SafeMode;

    public async Task<bool> TryTransitionAsync(Transition transition, CancellationToken ct)
    {
        if (First is { } act)
        {
            First = null;
            await act();
        }
        return await store.TryTransitionAsync(transition, ct);
    }

    public Task<StoredRecord?> FindAsync(string collection, string key, CancellationToken ct) => store.FindAsync(collection, key, ct);

    public Task<IReadOnlyList<StoredRecord>> ListAsync(string collection, string prefix, CancellationToken ct) => store.ListAsync(collection, prefix, ct);

    public Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(long fromSequence, int most, string? subject, CancellationToken ct) => store.ReadJournalAsync(fromSequence, most, subject, ct);

    public Task<JournalHead> ReadJournalHeadAsync(CancellationToken ct) => store.ReadJournalHeadAsync(ct);

    public Task EnterSafeModeAsync(string reason, CancellationToken ct) => store.EnterSafeModeAsync(reason, ct);

    public Task<bool> LeaveSafeModeAsync(CancellationToken ct) => store.LeaveSafeModeAsync(ct);
}
