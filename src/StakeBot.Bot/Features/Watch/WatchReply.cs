using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Features.Watch;

internal static class WatchReply
{
    private const string Meaning = "A watched model holds nothing: it is a candidate in /frontier, /compare, /correlation and /backtest, and in no stake, limit or proposal.";

    private static readonly Button[] Next = [new("Draw frontier", "/frontier"), new("Show correlation", "/correlation"), new("List watched", "/watch list")];

    public static Reply List(ExecutionMode mode, IReadOnlyList<WatchedModel> watched) => new()
    {
        Mode = mode,
        Title = watched.Count switch { 0 => "No model of others is watched", 1 => "One model of others is watched", _ => $"{watched.Count} models of others are watched" },
        Lines = [.. watched.Select(model => $"• {PlainText.Name(model.Name)}, {model.Tournament}"), Meaning, "/watch NAME adds one, /watch drop NAME takes it off."],
        Buttons = Next,
    };

    public static Reply Added(ExecutionMode mode, Fund fund, WatchedModel model) => new()
    {
        Mode = mode,
        Title = $"{PlainText.Name(model.Name)} is watched now: not yours, what if",
        Lines = [.. Seen(fund, model), Meaning],
        Buttons = Next,
    };

    public static Reply Dropped(ExecutionMode mode, WatchedModel model) => new()
    {
        Mode = mode,
        Title = $"{PlainText.Name(model.Name)} is not watched any more",
        Lines = ["It is in no answer any more, unless it is one of your own models."],
        Buttons = Next,
    };

    public static Reply Refuse(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "That model is not watched",
        Lines = [reason, "Nothing was changed."],
        Buttons = [new Button("List watched", "/watch list"), new Button("Show help", "/help watch")],
    };

    private static IEnumerable<string> Seen(Fund fund, WatchedModel model)
    {
        if (fund.Watched.FirstOrDefault(model.Is) is not { } found)
            return fund.WatchNotes.Where(note => note.StartsWith(PlainText.Name(model.Name), StringComparison.Ordinal));
        if (fund.History.ColumnOf(found.Id) is not { } column || fund.Moments is not { } moments)
            return [$"It says too little to be estimated along: {LeftOut(fund, found)}."];
        if (fund.History.LeftOut.FirstOrDefault(left => left.Model.Id == found.Id) is { TwinOf: not null } twin)
            return [$"It is {twin.Reason}: that one stands for both."];
        return
        [
            $"From {fund.History.ObservedRounds[column]} resolved rounds, per window ({fund.History.Windows[column].Describe()}): expected {Figures.SignedPercent(moments.Mean[column])} "
            + $"± {Figures.Percent(ErrorOf(moments, column))} (observed {Figures.SignedPercent(moments.SampleMean[column])}), deviation {Figures.Percent(Math.Sqrt(moments.Covariance[column * moments.Mean.Length + column]))}.",
        ];
    }

    private static double ErrorOf(WindowMoments moments, int column) => Math.Sqrt(moments.Covariance[column * moments.Mean.Length + column] / moments.Windows[column]);

    private static string LeftOut(Fund fund, Model model) =>
        fund.History.LeftOut.FirstOrDefault(left => left.Model.Id == model.Id)?.Reason ?? "there is too little history of your own";
}
