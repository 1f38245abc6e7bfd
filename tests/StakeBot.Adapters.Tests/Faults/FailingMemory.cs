using StakeBot.Adapters.Store.Memory;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>A store in memory one of whose next writes fails: before it was made, or after.</summary>
internal sealed class FailingMemory(MemoryStore memory) : IStakeStore
{
    private int _untilFailure;
    private bool _wasMade;

    public string? SafeMode => memory.SafeMode;

    /// <summary>The write after so many others fails.</summary>
    public void FailsAfter(int writes, bool wasMade) => (_untilFailure, _wasMade) = (writes + 1, wasMade);

    public void WorksAgain() => _untilFailure = 0;

    public async Task<bool> TryTransitionAsync(Transition transition, CancellationToken ct)
    {
        bool fails = _untilFailure > 0 && --_untilFailure == 0;
        if (fails && !_wasMade)
            throw new StoreUnavailableException("The write failed.");
        bool written = await memory.TryTransitionAsync(transition, ct);
        return fails ? throw new StoreUnavailableException("The write was made and not acknowledged.") : written;
    }

    public Task<StoredRecord?> FindAsync(string collection, string key, CancellationToken ct) => memory.FindAsync(collection, key, ct);

    public Task<IReadOnlyList<StoredRecord>> ListAsync(string collection, string prefix, CancellationToken ct) => memory.ListAsync(collection, prefix, ct);

    public Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(long fromSequence, int most, string? subject, CancellationToken ct) =>
        memory.ReadJournalAsync(fromSequence, most, subject, ct);

    public Task<JournalHead> ReadJournalHeadAsync(CancellationToken ct) => memory.ReadJournalHeadAsync(ct);

    public Task EnterSafeModeAsync(string reason, CancellationToken ct) => memory.EnterSafeModeAsync(reason, ct);

    public Task<bool> LeaveSafeModeAsync(CancellationToken ct) => memory.LeaveSafeModeAsync(ct);
}
