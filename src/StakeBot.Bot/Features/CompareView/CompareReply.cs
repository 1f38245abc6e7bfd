using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Bot.Features.CompareView;

internal static class CompareReply
{
    public static Reply Of(ExecutionMode mode, Fund fund, ModelPair.Found pair)
    {
        string first = fund.NameOf(pair.First);
        string second = fund.NameOf(pair.Second);
        return pair.Comparison switch
        {
            Comparison.Compared compared => new Reply
            {
                Mode = mode,
                Title = compared.Verdict(first, second),
                Lines = [.. Numbers(compared, pair, first, second), How(compared), .. Basis.Pricing(fund), .. NotYours(fund, pair)],
                Table = Table(compared),
                Buttons = [new Button("List models", "/models"), new Button("Show correlation", "/correlation")],
            },
            Comparison.Same same => new Reply
            {
                Mode = mode,
                Title = $"{first} and {second} are the same: every result of {same.Rounds} common rounds is equal",
                Buttons = [new Button("List models", "/models")],
            },
            Comparison.TooShort few => Refuse(mode, $"They have {few.Rounds} common rounds; {few.Needed} are needed (two windows)."),
            _ => throw new InvalidOperationException($"Unknown comparison {pair.Comparison}."),
        };
    }

    public static Reply Refuse(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "These cannot be compared",
        Lines = [reason, "Nothing was computed."],
        Buttons = [new Button("List models", "/models")],
    };

    private static IEnumerable<string> Numbers(Comparison.Compared compared, ModelPair.Found pair, string first, string second)
    {
        yield return $"{second} less {first}, per window ({pair.Priced.Window.Describe()}) and NMR staked: {Figures.SignedPercent(compared.Difference.Value)} "
            + $"± {Figures.Percent(compared.Difference.Error)} (one standard error that knows of the overlap); {Chance(compared.Difference)}.";
        if (compared.SharpeDifference is { } sharpe)
        {
            yield return $"Result per risk of a round: {Signed(sharpe.Value)} ± {Figures.Number(sharpe.Error)}; {Chance(sharpe)}.";
        }
        yield return $"From {compared.Rounds} rounds that both have. Taken one by one, overlapping rounds would make every difference look certain.";
    }

    private static string How(Comparison.Compared compared) =>
        "How: errors by Newey–West over the overlap"
        + (compared.SharpeDifference is null ? "" : ", those of the result per risk by the delta method on it (Lo 2002; Ledoit–Wolf 2008)")
        + "; nothing is shrunk, filled or joined, only common rounds count.";

    private static IEnumerable<string> NotYours(Fund fund, ModelPair.Found pair) => fund.IsWatched(pair.First) || fund.IsWatched(pair.Second)
        ? ["A watched model is somebody else's: what if you had it."]
        : [];

    private static string Chance(HacEstimate estimate) =>
        $"a difference this large comes by chance in {Figures.Whole(estimate.PValue)} of histories";

    private static string Signed(double value) => value > 0 ? $"+{Figures.Number(value)}" : Figures.Number(value);

    private static DataTable Table(Comparison.Compared compared) => new(
        "The second model less the first",
        ["Figure", "Difference", "Standard error", "Probability by chance"],
        [
            Row("Result of a window (%)", compared.Difference, 100),
            .. compared.SharpeDifference is { } sharpe ? [Row("Result per risk of a round", sharpe, 1)] : Array.Empty<IReadOnlyList<Cell>>(),
        ]);

    private static IReadOnlyList<Cell> Row(string name, HacEstimate estimate, double scale) =>
    [
        Cell.Of(name),
        new Cell(Signed(estimate.Value * scale), estimate.Value * scale),
        new Cell(Figures.Number(estimate.Error * scale), estimate.Error * scale),
        new Cell(Figures.Number(estimate.PValue), estimate.PValue),
    ];
}
