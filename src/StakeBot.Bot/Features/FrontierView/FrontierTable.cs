using StakeBot.Bot.Chat;
using StakeBot.Core.Allocation;

namespace StakeBot.Bot.Features.FrontierView;

/// <summary>The named portfolios and every corner of the frontier, with their weights.</summary>
internal static class FrontierTable
{
    public static DataTable Of(FrontierStudy.Drawn study)
    {
        FundFrontier frontiers = study.Frontiers;
        List<IReadOnlyList<Cell>> rows = [];
        Add("You", study.You, true);
        Add("Your return at least risk", study.SameReturn, true);
        Add("Least risk, all staked", frontiers.Staked.MinRisk, false);
        Add("Best ratio, all staked", frontiers.Staked.MaxRatio, false);
        foreach (CornerPortfolio corner in frontiers.Staked.Corners)
            Add("Corner, all staked", corner, false);
        if (frontiers.CapsBind)
        {
            foreach (CornerPortfolio corner in frontiers.Capped.Corners)
                Add("Corner within the caps", corner, true);
        }
        return new DataTable(
            "Portfolios",
            ["Portfolio", "Expected (%)", "Risk (%)", "Ratio", "Idle (%)", .. study.History.Models.Select((_, i) => $"{study.NameOf(i)} (%)")],
            rows);

        void Add(string name, CornerPortfolio? portfolio, bool hasIdle)
        {
            if (portfolio is not null)
                rows.Add(Row(study, name, portfolio, hasIdle));
        }
    }

    private static List<Cell> Row(FrontierStudy.Drawn study, string name, CornerPortfolio portfolio, bool hasIdle) =>
    [
        Cell.Of(name),
        new Cell(Figures.SignedPercent(portfolio.Return), portfolio.Return * 100),
        new Cell(Figures.Percent(portfolio.Risk), portfolio.Risk * 100),
        portfolio.Risk > 0 ? new Cell(Figures.Number(portfolio.Ratio), portfolio.Ratio) : new Cell("", null),
        Share(hasIdle ? FundFrontier.IdleOf(portfolio) : 0),
        .. study.History.Models.Select((_, i) => Share(portfolio.Weights[i])),
    ];

    private static Cell Share(double share) => new(Figures.Percent(share), share * 100);
}
