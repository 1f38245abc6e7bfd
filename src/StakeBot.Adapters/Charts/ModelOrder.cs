using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>Which models are named first where there is no room for all: the extremes, then those nearest to the frontier.</summary>
internal static class ModelOrder
{
    public static IReadOnlyList<RiskReturnPoint> Of(IReadOnlyList<RiskReturnPoint> models, IReadOnlyList<FrontierPoint> line, FrontierView view)
    {
        if (models.Count == 0)
            return [];
        RiskReturnPoint?[] extremes = [models.MaxBy(m => m.Return), models.MaxBy(m => m.Risk), models.MinBy(m => m.Return), models.MinBy(m => m.Risk)];
        return [.. extremes.OfType<RiskReturnPoint>().Concat(models.OrderBy(m => Distance(m, line, view))).Distinct()];
    }

    private static double Distance(RiskReturnPoint model, IReadOnlyList<FrontierPoint> line, FrontierView view) =>
        line.Count == 0 ? 0 : line.Min(p => Math.Pow((p.Risk - model.Risk) / view.Risk.Width, 2) + Math.Pow((p.Return - model.Return) / view.Return.Width, 2));
}
