using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Allocation;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Bot.Features.FrontierView;

/// <summary>The plot of a study, and the same in words.</summary>
internal sealed record FrontierPicture(FrontierPlot Plot, string AltText)
{
    // Between corners the line of a deviation is a hyperbola; eight points a segment draw it smooth at 1200 pixels.
    private const int PointsPerSegment = 8;

    public static FrontierPicture Of(Fund fund, ExecutionMode mode, FrontierStudy.Drawn study, FrontierBands? bands, string title)
    {
        FundFrontier frontiers = study.Frontiers;
        string period = study.Request.PerRound ? "per round, % of the NMR staked" : "per window, % of the fund";
        FrontierPlot plot = new(
            Basis.Frame(title, fund, mode),
            $"Risk: {study.Request.RiskName}, {period}",
            $"Expected result {period}",
            Line(frontiers.Staked, hasIdle: false),
            frontiers.CapsBind ? Line(frontiers.Capped, hasIdle: true) : [],
            bands is null ? [] : [.. Points(frontiers.Staked).Select(bands.Of).Select(interval => (interval.Low, interval.High))],
            Alone(study),
            study.You is { } you ? Point("You", you) : null,
            Point("Least risk", frontiers.Staked.MinRisk),
            frontiers.Staked.MaxRatio is { } best ? Point("Best ratio", best) : null)
        { BandName = "90 % band" };
        return new FrontierPicture(plot, Alt(study));
    }

    private static FrontierPoint[] Line(Frontier frontier, bool hasIdle)
    {
        HashSet<CornerPortfolio> corners = new(frontier.Corners, ReferenceEqualityComparer.Instance);
        return [.. Points(frontier).Select(point => OnLine(point, corners.Contains(point), hasIdle))];
    }

    private static List<CornerPortfolio> Points(Frontier frontier)
    {
        List<CornerPortfolio> points = [frontier.Corners[0]];
        for (int k = 1; k < frontier.Corners.Length; k++)
        {
            for (int step = 1; step < PointsPerSegment; step++)
                points.Add(frontier.Between(frontier.Corners[k - 1], frontier.Corners[k], step / (double)PointsPerSegment));
            points.Add(frontier.Corners[k]);
        }
        return points;
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
                study.NameOf(i), study.Frontiers.Staked.RiskOf(alone), study.Inputs.Moments.Mean[i]);
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
