using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Features.RiskView;

internal static class RiskReply
{
    private const int ContributorsAtMost = 6;
    private const double FewTailWindows = 10;

    public static Reply Of(ExecutionMode mode, Fund fund, IChartRenderer charts)
    {
        FundRisk risk = fund.Risk!;
        string title = Verdict(risk);
        ContributionPicture picture = ContributionPicture.Of(fund, mode, title);
        return new Reply
        {
            Mode = mode,
            Title = title,
            Lines =
            [
                .. Rule(risk),
                .. Whole(fund, risk),
                $"Where it comes from: {Contributors(fund, risk)}.",
                .. SmallestFix.Lines(fund, risk),
                .. Doubts(fund, risk),
                Basis.History(fund.History, fund.Moments!),
                Basis.How(fund, fund.History, fund.Moments!),
                .. Basis.Pricing(fund),
                .. Basis.LeftOut(fund.History),
            ],
            Pictures = picture.Plot.Bars.Count == 0 ? [] : [new Picture("risk.png", charts.Draw(picture.Plot), picture.AltText)],
            Table = RiskTable.Of(fund, risk),
            Buttons = [new Button("Show status", "/status"), new Button("Draw frontier", "/frontier"), new Button("Show correlation", "/correlation")],
        };
    }

    public static Reply TooShort(ExecutionMode mode, Fund fund) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "There is too little history to speak of risk",
        Lines =
        [
            $"{fund.History.Returns.RoundCount} resolved rounds of {fund.History.Models.Count} models; at least two windows are needed ({2 * fund.History.LongestWindow} rounds).",
            .. Basis.Pricing(fund),
            .. Basis.LeftOut(fund.History),
            "Nothing was computed.",
        ],
    };

    private static string Verdict(FundRisk risk)
    {
        int broken = risk.Broken.Count();
        if (risk.Checks.Count == 0)
            return "Nothing with a history is staked";
        if (broken > 0)
            return $"Two-percent rule broken by {broken} of {risk.Checks.Count} models";
        return risk.IsOverBudget
            ? $"Two-percent rule kept, burn budget exceeded: {Figures.Percent(risk.Loss)} of {Figures.Percent(risk.Policy.BurnBudget)}"
            : "Two-percent rule and burn budget kept";
    }

    private static IEnumerable<string> Rule(FundRisk risk)
    {
        yield return $"No model may cost more than {Figures.Percent(risk.Policy.ModelLimit)} of {Figures.Unit(risk.Equity)} equity = "
            + $"{Figures.Unit(risk.Equity.Times(risk.Policy.ModelLimit))} in a bad window (mean of the worst 1 in {OneIn(risk)}).";
        foreach (ModelLimitCheck check in risk.Broken)
        {
            yield return $"• {PlainText.Name(check.Model.Name)}: {Figures.SignedUnit(-check.Loss)} = {Figures.Percent(check.Loss.ShareOf(risk.Equity))} of equity, "
                + $"{Figures.Whole(check.LossRate)} of its {Figures.Amount(check.Exposure)} NMR: over by {Figures.Unit(check.Loss - check.Limit)}";
        }
    }

    private static IEnumerable<string> Whole(Fund fund, FundRisk risk)
    {
        if (risk.WindowCount == 0 || risk.Burning is null)
            yield break;
        yield return $"All together in a bad window ({Basis.Window(fund.History)}): {Figures.SignedUnit(-fund.Snapshot.Equity.Times(risk.Loss))} = "
            + $"{Figures.Percent(risk.Loss)} of equity; burn budget {Figures.Percent(risk.Policy.BurnBudget)} = {Figures.Unit(risk.Budget)}.";
        yield return $"Expected: {Figures.SignedPercent(risk.ExpectedReturn)} ± {Figures.Percent(risk.StandardError)} (one standard error) of equity per window, "
            + $"deviation {Figures.Percent(risk.Deviation)}.";
        yield return $"A window ended below zero in {Figures.Whole(risk.Burning.Share)} of the history "
            + $"(90 % interval {Figures.Whole(risk.Burning.Low)} to {Figures.Whole(risk.Burning.High)}).";
    }

    private static string Contributors(Fund fund, FundRisk risk)
    {
        if (!(risk.Loss > 0))
            return "nothing, even the worst windows of this history gained";
        string[] parts =
        [
            .. risk.Contributions
                .Select((part, column) => (Share: part / risk.Loss, Model: fund.History.Models[column]))
                .Where(part => Math.Abs(part.Share) >= 0.005)
                .OrderByDescending(part => part.Share)
                .Select(part => $"{PlainText.Name(part.Model.Name)} {Figures.Whole(part.Share)}"),
        ];
        int more = parts.Length - ContributorsAtMost;
        return string.Join(", ", parts.Take(ContributorsAtMost)) + (more > 0 ? $" and {more} more" : "");
    }

    private static IEnumerable<string> Doubts(Fund fund, FundRisk risk)
    {
        if (risk.Unassessed.Count > 0)
        {
            string names = string.Join(", ", risk.Unassessed.Select(stake => PlainText.Name(stake.Model.Name)));
            yield return $"Not in these figures, for lack of history: {names} with {Figures.Unit(risk.Unassessed.Select(stake => stake.Exposure).Total)}.";
        }
        if (risk.TailWindows < FewTailWindows)
            yield return $"The tail is only {Figures.Number(risk.TailWindows)} windows: read the loss as an order of magnitude.";
        double tails = (1 - risk.Policy.Level) * fund.History.IndependentWindows;
        if (tails < 1)
        {
            yield return $"The history holds {Figures.Number(fund.History.IndependentWindows)} windows without common rounds: "
                + $"a 1-in-{OneIn(risk)} window may never have happened in it. Real losses can be larger.";
        }
    }

    private static string OneIn(FundRisk risk) => $"{Math.Round(1 / (1 - risk.Policy.Level)):0}";
}
