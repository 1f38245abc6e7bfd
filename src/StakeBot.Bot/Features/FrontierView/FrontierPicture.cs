using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Allocation;

namespace StakeBot.Bot.Features.FrontierView;

/// <summary>The plot of a study, and the same in words.</summary>
internal sealed record FrontierPicture(FrontierPlot Plot, string AltText)
{
    // Between corners the line of a deviation is a hyperbola; eight points a segment draw it smooth at 1200 pixels.
    private const int PointsPerSegment = 8;

    public static FrontierPicture Of(Fund fund, ExecutionMode mode, FrontierStudy.Drawn study, string title)
    {
        FundFrontier frontiers = study.Frontiers;
        string period = study.Request.PerRound ? "per round, % of the NMR staked" : "per window, % of the fund";
        FrontierPlot plot = new(
            Basis.Frame(title, fund, mode),
            $"Risk: {study.Request.RiskName}, {period}",
            $"Expected result {period}",
            Line(frontiers.Staked, hasIdle: false),
            frontiers.CapsBind ? Line(frontiers.Capped, hasIdle: true) : [],
            [],
            Alone(study),
            study.You is { } you ? Point("You", you) : null,
            Point("Least risk", frontiers.Staked.MinRisk),
            frontiers.Staked.MaxRatio is { } best ? Point("Best ratio", best) : null);
        return new FrontierPicture(plot, Alt(study));
    }

    private static List<FrontierPoint> Line(Frontier frontier, bool hasIdle)
    {
        List<FrontierPoint> line = [OnLine(frontier.Corners[0], true, hasIdle)];
        for (int k = 1; k < frontier.Corners.Length; k++)
        {
            for (int step = 1; step < PointsPerSegment; step++)
            {
                CornerPortfolio between = frontier.Between(frontier.Corners[k - 1], frontier.Corners[k], step / (double)PointsPerSegment);
                line.Add(OnLine(between, false, hasIdle));
            }
            line.Add(OnLine(frontier.Corners[k], true, hasIdle));
        }
        return line;
    }

    private static FrontierPoint OnLine(CornerPortfolio portfolio, bool isCorner, bool hasIdle) =>
        new(portfolio.Risk, portfolio.Return, isCorner, hasIdle ? FundFrontier.IdleOf(portfolio) : 0);

    private static RiskReturnPoint[] Alone(FrontierStudy.Drawn study)
    {
        int models = study.History.Models.Count;
        RiskReturnPoint[] points = new RiskReturnPoint[models];
        for (int i = 0; i < models; i++)
        {
            double[] alone = new double[models];
            alone[i] = 1;
            points[i] = new RiskReturnPoint(
                PlainText.Name(study.History.Models[i].Name), study.Frontiers.Staked.RiskOf(alone), study.Inputs.Moments.Mean[i]);
        }
        return points;
    }

    private static RiskReturnPoint Point(string label, CornerPortfolio portfolio) => new(label, portfolio.Risk, portfolio.Return);

    private static string Alt(FrontierStudy.Drawn study)
    {
        CornerPortfolio least = study.Frontiers.Staked.MinRisk;
        CornerPortfolio most = study.Frontiers.Staked.MaxReturn;
        string you = study.You is { } present
            ? $" You are at {Figures.Percent(present.Risk)} risk, {Figures.SignedPercent(present.Return)} expected."
            : "";
        return $"Line chart of risk against expected result. The frontier rises from {Figures.Percent(least.Risk)} risk, {Figures.SignedPercent(least.Return)} "
            + $"to {Figures.Percent(most.Risk)} risk, {Figures.SignedPercent(most.Return)}.{you}";
    }
}
