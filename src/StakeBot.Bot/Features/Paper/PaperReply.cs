using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.Paper;

internal static class PaperReply
{
    private const int ModelsAtMost = 12;
    private const int NotesAtMost = 6;

    private static readonly Button[] Next =
    [
        new("Move 1 round on", "/paper advance 1"),
        new("Move 5 rounds on", "/paper advance 5"),
        new("Show status", "/status"),
    ];

    public static Reply Advanced(ExecutionMode mode, PaperAdvance advance, Fund fund) => new()
    {
        Mode = mode,
        Title = $"Moved from round {advance.From} to {advance.To}: {Figures.SignedUnit(advance.Net)}",
        Lines =
        [
            $"It is now {ChatTime.Mark(advance.Now)} in the simulated account.",
            advance.Resolved.Count == 0
                ? "No round with a stake was resolved."
                : $"Resolved {Rounds(advance)}: paid {Figures.Unit(Sum(advance, LedgerKind.Payout))}, burned {Figures.Unit(Sum(advance, LedgerKind.Burn))}.",
            .. PerModel(advance),
            .. advance.Notes.Take(NotesAtMost),
            .. advance.Notes.Count > NotesAtMost ? [$"And {advance.Notes.Count - NotesAtMost} more notes of this kind."] : Array.Empty<string>(),
            Where(fund.Snapshot),
        ],
        Table = PaperTable.Of(advance),
        Buttons = Next,
    };

    public static Reply Show(ExecutionMode mode, Fund fund) => new()
    {
        Mode = mode,
        Title = $"The simulated account is at {ChatTime.Mark(fund.Snapshot.TakenAt)}",
        Lines = [Where(fund.Snapshot), "It moves only when you say so. /paper advance 5 moves it five rounds on; five rounds are a week."],
        Buttons = [.. Next, new Button("Start anew", "/paper reset")],
    };

    public static Reply Reset(ExecutionMode mode, Fund fund) => new()
    {
        Mode = mode,
        Title = "The simulated account starts anew",
        Lines = [$"It is {ChatTime.Mark(fund.Snapshot.TakenAt)} again.", Where(fund.Snapshot)],
        Buttons = Next,
    };

    public static Reply NoAccount(ExecutionMode mode) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "There is no simulated account here",
        Lines = ["This bot reads real data; only a simulated account can be moved on. Start it without data and without a key to have one.", "Nothing was changed."],
        Buttons = [new Button("Show status", "/status")],
    };

    private static IEnumerable<string> PerModel(PaperAdvance advance) =>
        advance.Resolved
            .GroupBy(entry => entry.Model)
            .Select(group => (Model: group.Key, Net: group.Select(entry => entry.Change).Total))
            .OrderBy(pair => pair.Net)
            .Take(ModelsAtMost)
            .Select(pair => $"• {PlainText.Name(pair.Model.Name)}: {Figures.Signed(pair.Net)}");

    private static string Rounds(PaperAdvance advance) => string.Join(
        ", ",
        advance.Resolved
            .GroupBy(entry => entry.Model.Tournament)
            .Select(group => (Tournament: group.Key, First: group.Min(entry => entry.Round), Last: group.Max(entry => entry.Round)))
            .Select(span => span.First == span.Last ? $"{span.Tournament} round {span.First}" : $"{span.Tournament} rounds {span.First}–{span.Last}"));

    private static Nmr Sum(PaperAdvance advance, LedgerKind kind) =>
        advance.Resolved.Where(entry => entry.Kind == kind).Select(entry => entry.Amount).Total;

    private static string Where(StakeSnapshot snapshot)
    {
        IEnumerable<Round> rounds = snapshot.Tournaments.Select(t => t.CurrentRound);
        return $"Equity {Figures.Unit(snapshot.Equity)} = locked {Figures.Amount(snapshot.Locked)} + idle {Figures.Amount(snapshot.Idle)} + wallet {Figures.Amount(snapshot.Wallet)}"
            + (snapshot.Held > Nmr.Zero ? $" + held for increases {Figures.Amount(snapshot.Held)}; " : "; ")
            + string.Join(", ", rounds.Select(round => $"{round.Tournament} round {round.Number}")) + ".";
    }
}
