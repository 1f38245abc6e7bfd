using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Features.RiskView;

internal static class RiskTable
{
    public static DataTable Of(Fund fund, FundRisk risk) => new(
        "Risk by model, per window",
        ["Model", "Exposure (NMR)", "Share of fund (%)", "Loss in a bad window (% of its stake)", "Loss (NMR)", "Limit (NMR)", "Rule", "Share of the fund's risk (%)", "Largest share allowed (%)"],
        [.. risk.Checks.Select(check => Row(fund, risk, check))]);

    private static IReadOnlyList<Cell> Row(Fund fund, FundRisk risk, ModelLimitCheck check)
    {
        double weight = check.Exposure.ShareOf(risk.Equity);
        double? contribution = Contribution(fund, risk, check);
        return
        [
            Cell.Of(PlainText.Name(check.Model.Name)),
            new Cell(Figures.Amount(check.Exposure), check.Exposure.Amount),
            new Cell(Figures.Percent(weight), weight * 100),
            new Cell(Figures.Percent(check.LossRate), check.LossRate * 100),
            new Cell(Figures.Amount(check.Loss), check.Loss.Amount),
            new Cell(Figures.Amount(check.Limit), check.Limit.Amount),
            Cell.Of(check.IsBroken ? "broken" : "kept"),
            contribution is { } part ? new Cell(Figures.Percent(part), part * 100) : new Cell("none", null),
            new Cell(Figures.Percent(check.Cap), check.Cap * 100),
        ];
    }

    // Twins share a column: each has the part that its own NMR has in it.
    private static double? Contribution(Fund fund, FundRisk risk, ModelLimitCheck check)
    {
        if (!(risk.Loss > 0) || fund.History.ColumnOf(check.Model.Id) is not { } column || risk.Weights[column] <= 0)
            return null;
        return risk.Contributions[column] / risk.Loss * (check.Exposure.ShareOf(risk.Equity) / risk.Weights[column]);
    }
}
