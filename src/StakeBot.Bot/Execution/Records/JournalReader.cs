using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Execution.Records;

/// <summary>Reads the whole journal, however long: the newest records are what people ask for, and it is read from its beginning.</summary>
internal sealed class JournalReader(IStakeStore store)
{
    private const int AtOnce = 10_000;

    /// <summary>Every record, oldest first.</summary>
    /// <param name="subject">Only those about it; null for all.</param>
    public async Task<IReadOnlyList<JournalRecord>> ReadAsync(string? subject, CancellationToken ct)
    {
        List<JournalRecord> all = [];
        while (true)
        {
            IReadOnlyList<JournalRecord> next = await store.ReadJournalAsync(all.Count == 0 ? 1 : all[^1].Sequence + 1, AtOnce, subject, ct);
            all.AddRange(next);
            if (next.Count < AtOnce)
                return all;
        }
    }
}
