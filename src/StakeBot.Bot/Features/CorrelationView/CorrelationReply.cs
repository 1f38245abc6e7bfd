using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Bot.Features.CorrelationView;

internal static class CorrelationReply
{
    private const int PictureFrom = 5;
    private const double Close = 0.7;

    public static Reply Of(ExecutionMode mode, Fund fund, Correlations correlations, IChartRenderer charts)
    {
        if (correlations.Models.Count < 2)
            return TooFew(mode, fund);
        (string Left, string Right, double Correlation)[] pairs = [.. correlations.Pairs()];
        if (pairs.Length == 0)
            return TooFew(mode, fund);
        double median = pairs[pairs.Length / 2].Correlation;
        int close = pairs.Count(pair => pair.Correlation >= Close);
        string title = close == 0
            ? $"No two of {correlations.Models.Count} models move closely together (median correlation {Figures.Number(median)})"
            : $"{close} of {pairs.Length} pairs move closely together (above {Figures.Number(Close)})";
        return new Reply
        {
            Mode = mode,
            Title = title,
            Lines =
            [
                $"Correlation of window results ({Basis.Window(fund.History)}): 1 means that two models gain and burn together, 0 that they do not care.",
                .. pairs.Take(3).Select(pair => $"• Closest: {pair.Left} and {pair.Right} {Figures.Number(pair.Correlation)}"),
                .. pairs.TakeLast(1).Where(_ => pairs.Length > 3).Select(pair => $"• Furthest: {pair.Left} and {pair.Right} {Figures.Number(pair.Correlation)}"),
                $"Median of all pairs: {Figures.Number(median)}. A single correlation from so few independent rounds is uncertain by about ± {Figures.Number(Error(fund))}.",
                Basis.History(fund.History, fund.Moments!),
                .. Basis.Pricing(fund),
                .. Basis.LeftOut(fund.History, fund),
                .. Basis.Watched(fund),
            ],
            Pictures = correlations.Models.Count < PictureFrom ? [] : [Picture(mode, fund, correlations, charts, title, pairs)],
            Table = CorrelationTable.Of(correlations),
            Buttons = [new Button("Show risk", "/risk"), new Button("Draw frontier", "/frontier")],
        };
    }

    private static Picture Picture(
        ExecutionMode mode, Fund fund, Correlations correlations, IChartRenderer charts, string title, (string Left, string Right, double Correlation)[] pairs) => new(
        "correlation.png",
        charts.Draw(new CorrelationPlot(Basis.Frame(title, fund, mode), correlations.Models, correlations.Values)),
        $"Heat map of the correlations of {correlations.Models.Count} models, from {Figures.Number(pairs[^1].Correlation)} ({pairs[^1].Left}, {pairs[^1].Right}) "
        + $"to {Figures.Number(pairs[0].Correlation)} ({pairs[0].Left}, {pairs[0].Right}).");

    // The standard error of a correlation of zero from n independent observations is 1/√(n − 1) (Fisher 1915).
    private static double Error(Fund fund) => 1 / Math.Sqrt(Math.Max(1, fund.Moments!.Effective - 1));

    private static Reply TooFew(ExecutionMode mode, Fund fund) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "There are no two models to compare",
        Lines = ["Two models with enough history are needed; /models says who has it.", .. Basis.LeftOut(fund.History), "Nothing was computed."],
        Buttons = [new Button("List models", "/models")],
    };
}
