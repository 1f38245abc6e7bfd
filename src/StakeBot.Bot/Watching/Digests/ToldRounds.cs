using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StakeBot.Core.Accounting;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>
/// Which resolved rounds of which models somebody was told of: Numerai may publish one after others that were resolved later, so a time is not enough. Of
/// each tournament the newest rounds. Models are known by a part of their hash, those with the same rounds together, so that it stays small.
/// </summary>
internal sealed record ToldRounds
{
    /// <summary>How many rounds of a tournament are remembered, about eight weeks: what is published later than that is not told.</summary>
    public const int RoundsAtMost = 40;

    // Of the 4 KB of a record; the rest of a setting has a few hundred bytes.
    private const int LettersAtMost = 3000;
    private const int HashBytes = 6;

    /// <summary>The account that it is about: what another one did before is no news.</summary>
    public required string Account { get; init; }

    /// <summary>How many rounds are remembered here: fewer where models have very different ones.</summary>
    public required int Rounds { get; init; }

    /// <summary>By tournament and rounds, such as <c>8:1301-1318,1320-1340</c>, the models.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Models { get; init; }

    /// <summary>Tells of an entry whether it is news to somebody who was told of these rounds, up to a time.</summary>
    public static Func<LedgerEntry, bool> News(ToldRounds? told, string account, Ledger ledger, DateTimeOffset since)
    {
        if (told is null || told.Account != account)
            return entry => entry.At > since;
        HashSet<(Tournament Tournament, RoundNumber Round, string Model)> known = [.. told.Facts()];
        HashSet<Tournament> tournaments = [.. known.Select(fact => fact.Tournament)];
        Dictionary<Tournament, RoundNumber> oldest = Oldest(
            known.Select(fact => (fact.Tournament, fact.Round))
                .Concat(ledger.Entries.Where(entry => !tournaments.Contains(entry.Model.Tournament)).Select(entry => (entry.Model.Tournament, entry.Round))),
            told.Rounds);
        return entry => (entry.At > since || entry.Round >= oldest[entry.Model.Tournament]) && !known.Contains(FactOf(entry));
    }

    /// <summary>What somebody knows who was told of everything that was resolved up to a time, beside what he knew before; null when it is too much to keep.</summary>
    public static ToldRounds? Of(ToldRounds? before, string account, Ledger ledger, DateTimeOffset upTo)
    {
        LedgerEntry[] resolved = [.. ledger.Entries.Where(entry => entry.At <= upTo)];
        Dictionary<Tournament, RoundNumber> first = Oldest(resolved.Select(entry => (entry.Model.Tournament, entry.Round)), RoundsAtMost);
        (Tournament Tournament, RoundNumber Round, string Model)[] all =
        [
            .. (before?.Account == account ? before.Facts() : [])
                .Concat(resolved.Where(entry => entry.Round >= first[entry.Model.Tournament]).Select(FactOf))
                .Distinct(),
        ];
        for (int rounds = RoundsAtMost; rounds > 0; rounds /= 2)
        {
            Dictionary<Tournament, RoundNumber> oldest = Oldest(all.Select(fact => (fact.Tournament, fact.Round)), rounds);
            ToldRounds told = new() { Account = account, Rounds = rounds, Models = Together(all.Where(fact => fact.Round >= oldest[fact.Tournament])) };
            // With the marks around each.
            if (told.Models.Sum(group => group.Key.Length + 6 + group.Value.Sum(model => model.Length + 3)) <= LettersAtMost)
                return told;
        }
        return null;
    }

    private static (Tournament Tournament, RoundNumber Round, string Model) FactOf(LedgerEntry entry) => (
        entry.Model.Tournament, entry.Round, Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Model.Id.Value)).AsSpan(0, HashBytes)));

    private static Dictionary<Tournament, RoundNumber> Oldest(IEnumerable<(Tournament Tournament, RoundNumber Round)> rounds, int kept) =>
        rounds.GroupBy(round => round.Tournament).ToDictionary(group => group.Key, group => group.Max(round => round.Round) - (kept - 1));

    private static Dictionary<string, IReadOnlyList<string>> Together(IEnumerable<(Tournament Tournament, RoundNumber Round, string Model)> facts) => facts
        .GroupBy(fact => (fact.Tournament, fact.Model))
        .GroupBy(model => $"{(int)model.Key.Tournament}:{Spans(model.Select(fact => fact.Round.Value).Order())}", model => model.Key.Model)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Order(StringComparer.Ordinal)]);

    private static string Spans(IEnumerable<int> rounds)
    {
        List<(int From, int To)> spans = [];
        foreach (int round in rounds)
        {
            if (spans.Count > 0 && spans[^1].To == round - 1)
                spans[^1] = (spans[^1].From, round);
            else
                spans.Add((round, round));
        }
        return string.Join(',', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.From}-{span.To}")));
    }

    private IEnumerable<(Tournament Tournament, RoundNumber Round, string Model)> Facts() =>
        from pair in Models
        let parts = pair.Key.Split(':')
        from span in parts[1].Split(',')
        let ends = span.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray()
        from round in Enumerable.Range(ends[0], ends[1] - ends[0] + 1)
        from model in pair.Value
        select ((Tournament)int.Parse(parts[0], CultureInfo.InvariantCulture), new RoundNumber(round), model);
}
