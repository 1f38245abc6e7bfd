using System.Globalization;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Paper.Diary;

/// <summary>Keeps what was done to the simulated account, in order, so that a restart does it again. Without a store it keeps nothing.</summary>
internal sealed class PaperDiary(IStakeStore? store, TimeProvider time)
{
    private const string Collection = "paper-acts";

    /// <summary>Everything so far.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<PaperAct>> ReadAsync(CancellationToken ct)
    {
        if (store is null)
            return [];
        IReadOnlyList<StoredRecord> records = await store.ListAsync(Collection, "", ct);
        try
        {
            return [.. records.Select(record => PaperActJson.Read(record.Body))];
        }
        catch (FormatException fault)
        {
            throw new StoreUnavailableException("The simulated account was kept by another version of StakeBot, which this one does not understand.", fault);
        }
    }

    /// <summary>Adds an act as number <paramref name="sequence"/>, counted from 1.</summary>
    /// <returns>False when there is one of that number: somebody else was first.</returns>
    /// <exception cref="StoreUnavailableException">It may have been added or not.</exception>
    public async Task<bool> TryAddAsync(int sequence, PaperAct act, CancellationToken ct)
    {
        if (store is null)
            return true;
        string body = PaperActJson.Write(act);
        string key = sequence.ToString("D8", CultureInfo.InvariantCulture);
        JournalEntry entry = new(time.GetUtcNow(), $"{Collection}/{key}", "paper-act", "stakebot", body);
        return await store.TryTransitionAsync(new Transition(entry, [new RecordWrite(Collection, key, 0, body)], []), ct);
    }
}
