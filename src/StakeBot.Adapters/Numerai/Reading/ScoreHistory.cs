using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>The rounds of one model: final ones once, open ones anew.</summary>
internal sealed class ScoreHistory(NumeraiReads reads, INumeraiKeys keys, ScoreCache cache)
{
    /// <summary>How many rounds are looked back at: two years.</summary>
    public const int Rounds = 520;

    private const int RoundsPerQuery = 100;

    /// <summary>Reads a model's rounds up to the newest.</summary>
    /// <param name="known">What was read before in this process; null for nothing.</param>
    /// <param name="newest">The newest round.</param>
    /// <param name="resolvedThrough">The newest round such that it and all before it are resolved.</param>
    /// <param name="labels">The scores that matter.</param>
    /// <exception cref="NumeraiUnavailableException">It cannot be read now.</exception>
    public async Task<KeptHistory> ReadAsync(
        Model model, KeptHistory? known, RoundNumber newest, RoundNumber resolvedThrough, IReadOnlyList<string> labels, CancellationToken ct)
    {
        // From the beginning of a block on, so that a block that is kept has no rounds that were never looked at.
        RoundNumber first = new(Math.Max(1, ScoreBlock.Of(newest - (Rounds - 1)) * ScoreBlock.Size));
        KeptHistory kept = known ?? await cache.ReadAsync(model, first, labels, ct);
        List<ModelRound> rounds = [.. kept.Rounds.Where(round => round.IsFinal && round.Round <= kept.Through)];
        for (RoundNumber from = kept.Through + 1; from <= newest; from += RoundsPerQuery)
            rounds.AddRange(await ReadPageAsync(model, from, from + (RoundsPerQuery - 1) < newest ? from + (RoundsPerQuery - 1) : newest, labels, ct));
        RoundNumber through = Through(rounds, kept.Through, resolvedThrough);
        if (through > kept.Through)
            await cache.WriteAsync(model, rounds, kept.Through + 1, through, labels, ct);
        return new KeptHistory(rounds, through);
    }

    // A round that Numerai calls resolved may still have rows that it does not.
    private static RoundNumber Through(List<ModelRound> rounds, RoundNumber before, RoundNumber resolvedThrough)
    {
        IEnumerable<RoundNumber> open = rounds.Where(round => !round.IsFinal && round.Round <= resolvedThrough).Select(round => round.Round - 1);
        RoundNumber through = open.Append(resolvedThrough).Min();
        return through > before ? through : before;
    }

    private async Task<IEnumerable<ModelRound>> ReadPageAsync(Model model, RoundNumber first, RoundNumber last, IReadOnlyList<string> labels, CancellationToken ct)
    {
        Dictionary<string, object?> variables = new()
        {
            ["modelId"] = model.Id.Value,
            ["tournament"] = (int)model.Tournament,
            ["first"] = first.Value,
            ["last"] = last.Value,
        };
        IReadOnlyList<PerformanceJson> rows =
            await reads.ReadAsync(Operation.Performances, variables, await keys.ReadingAsync(ct), NumeraiJson.Default.IReadOnlyListPerformanceJson, ct) ?? [];
        return rows
            .Where(row => row.RoundNumber is { } number && number >= first.Value && number <= last.Value)
            .DistinctBy(row => row.RoundNumber)
            .OrderBy(row => row.RoundNumber)
            .Select(row => Round(row, labels));
    }

    private static ModelRound Round(PerformanceJson row, IReadOnlyList<string> labels)
    {
        IReadOnlyList<ScoreJson> scores = row.SubmissionScores ?? [];
        bool final = row.RoundResolved == true;
        return new ModelRound(
            new RoundNumber(row.RoundNumber!.Value),
            final,
            row.RoundResolveTime,
            row.AtRisk ?? Nmr.Zero,
            final ? Settled(row, scores) : null,
            scores
                .Where(score => score.DisplayName is { } label && score.Value is { } && labels.Contains(label))
                .DistinctBy(score => score.DisplayName)
                .ToDictionary(score => score.DisplayName!, score => score.Value!.Value))
        {
            Days = final ? new Dictionary<string, int>() : scores
                .Where(score => score is { DisplayName: not null, Value: not null, Day: > 0 })
                .DistinctBy(score => score.DisplayName)
                .ToDictionary(score => score.DisplayName!, score => score.Day!.Value),
        };
    }

    // A payout is told score by score. The same money may stand beside a second version of a score: only those that are paid count.
    private static Nmr? Settled(PerformanceJson row, IReadOnlyList<ScoreJson> scores)
    {
        HashSet<string> paid = [.. (row.PayoutMultipliers ?? []).Where(part => part.Multiplier is not null and not 0).Select(part => part.DisplayName ?? "")];
        Nmr[] amounts =
        [
            .. scores
                .Where(score => score.PayoutSettled is not null && (paid.Count == 0 || paid.Contains(score.DisplayName ?? "")))
                .DistinctBy(score => score.DisplayName)
                .Select(score => score.PayoutSettled!.Value),
        ];
        return amounts.Length == 0 ? null : amounts.Total;
    }
}
