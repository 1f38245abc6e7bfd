using System.Globalization;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Final rounds, kept so that they are never asked for again. Losing them costs time only; without a store they are kept for the process's life by the reader.</summary>
internal sealed class ScoreCache(TimeProvider time, IStakeStore? store = null)
{
    private const string Collection = "score-cache";

    /// <summary>The final rounds of a model from <paramref name="first"/> on, without a hole, and the last of them.</summary>
    public async Task<KeptHistory> ReadAsync(Model model, RoundNumber first, IReadOnlyList<string> labels, CancellationToken ct)
    {
        List<ModelRound> rounds = [];
        RoundNumber through = first - 1;
        foreach (StoredRecord record in await RecordsAsync(model, ct))
        {
            if (ScoreBlock.Parse(record.Body) is not { } block || block.Through <= through.Value || labels.Except(block.Labels).Any())
                continue;
            if (BlockOf(record.Key) * ScoreBlock.Size > through.Value + 1)
                break;
            rounds.AddRange(block.Rounds.Where(kept => kept.Round > through.Value).Select(kept => kept.Restore()));
            through = new RoundNumber(block.Through);
        }
        return new KeptHistory(rounds, through);
    }

    /// <summary>Keeps rounds that have become final; what is there already is replaced block by block.</summary>
    /// <param name="history">All final rounds of the model, from the first that is looked at.</param>
    /// <param name="from">The first round that is new.</param>
    /// <param name="through">The last round that is final.</param>
    public async Task WriteAsync(
        Model model, IReadOnlyList<ModelRound> history, RoundNumber from, RoundNumber through, IReadOnlyList<string> labels, CancellationToken ct)
    {
        if (store is null || through < from)
            return;
        try
        {
            await store.TryTransitionAsync(await TransitionAsync(store, model, history, from, through, labels, ct), ct);
        }
        catch (StoreUnavailableException)
        {
            // Only a copy of what Numerai has. That the store fails is said where it matters.
        }
    }

    private async Task<IReadOnlyList<StoredRecord>> RecordsAsync(Model model, CancellationToken ct)
    {
        try
        {
            return store is null ? [] : await store.ListAsync(Collection, Prefix(model), ct);
        }
        catch (StoreUnavailableException)
        {
            // What is not kept is read again.
            return [];
        }
    }

    private async Task<Transition> TransitionAsync(
        IStakeStore kept, Model model, IReadOnlyList<ModelRound> history, RoundNumber from, RoundNumber through, IReadOnlyList<string> labels, CancellationToken ct)
    {
        List<RecordWrite> writes = [];
        for (int block = ScoreBlock.Of(from); block <= ScoreBlock.Of(through); block++)
        {
            int last = Math.Min(block * ScoreBlock.Size + ScoreBlock.Size - 1, through.Value);
            string key = $"{Prefix(model)}{block.ToString("D4", CultureInfo.InvariantCulture)}";
            long version = (await kept.FindAsync(Collection, key, ct))?.Version ?? 0;
            KeptRound[] rounds = [.. history.Where(round => ScoreBlock.Of(round.Round) == block && round.Round <= through).Select(KeptRound.Of)];
            writes.Add(new RecordWrite(Collection, key, version, new ScoreBlock(labels, rounds, last).Write()));
        }
        JournalEntry entry = new(
            time.GetUtcNow(), $"{Collection}/{model.Id.Value}", "scores-kept", "stakebot", $$"""{"from":{{from.Value}},"through":{{through.Value}}}""");
        return new Transition(entry, writes, []);
    }

    private static string Prefix(Model model) => $"{(int)model.Tournament}/{model.Id.Value}/";

    private static int BlockOf(string key) => int.Parse(key.AsSpan(key.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);
}

/// <summary>What is kept of a model: its rounds, and the last round up to which nothing is missing.</summary>
internal sealed record KeptHistory(IReadOnlyList<ModelRound> Rounds, RoundNumber Through);
