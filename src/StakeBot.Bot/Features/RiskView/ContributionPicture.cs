using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Features.RiskView;

/// <summary>The plot of the risk contributions, and the same in words.</summary>
internal sealed record ContributionPicture(ContributionPlot Plot, string AltText)
{
    public static ContributionPicture Of(Fund fund, ExecutionMode mode, string title)
    {
        FundRisk risk = fund.Risk!;
        ContributionBar[] bars =
        [
            .. Enumerable.Range(0, risk.Weights.Length)
                .Where(column => risk.Weights[column] > 0)
                .Select(column => Bar(fund, risk, column))
                .OrderByDescending(bar => bar.Contribution),
        ];
        ContributionPlot plot = new(Basis.Frame(title, fund, mode), bars, risk.Policy.ModelLimit);
        return new ContributionPicture(plot, Alt(bars));
    }

    private static ContributionBar Bar(Fund fund, FundRisk risk, int column)
    {
        double contribution = risk.Loss > 0 ? risk.Contributions[column] / risk.Loss : 0;
        double own = risk.Checks
            .Where(check => fund.History.ColumnOf(check.Model.Id) == column)
            .Select(check => check.Loss.ShareOf(risk.Equity))
            .DefaultIfEmpty(0)
            .Max();
        return new ContributionBar(PlainText.Name(fund.History.Models[column].Name), risk.Weights[column], contribution, own);
    }

    private static string Alt(ContributionBar[] bars)
    {
        string largest = string.Join(", ", bars.Take(3).Select(bar => $"{bar.Model} {Figures.Whole(bar.Contribution)} of the risk with {Figures.Whole(bar.Weight)} of the fund"));
        return $"Bar chart of {bars.Length} models: share of the fund beside share of the bad-window loss. Largest: {largest}.";
    }
}
