namespace StakeBot.Bot.Ports.Plots;

/// <summary>A portfolio in the plane of risk and return. Both are shares per window (0.021 = 2.1 %).</summary>
/// <param name="Label">What it is: a model's name, <c>You</c>, <c>Least risk</c>.</param>
/// <param name="Risk">Horizontal.</param>
/// <param name="Return">Vertical.</param>
public sealed record RiskReturnPoint(string Label, double Risk, double Return);

/// <summary>A point on the line of a frontier.</summary>
/// <param name="Risk">Horizontal.</param>
/// <param name="Return">Vertical.</param>
/// <param name="IsCorner">Whether it is a corner portfolio (marked) or only lies between two.</param>
/// <param name="Idle">The share of the fund that stays idle there, 0–1.</param>
public sealed record FrontierPoint(double Risk, double Return, bool IsCorner, double Idle);

/// <summary>An efficient frontier with what lies on and around it.</summary>
/// <param name="Frame">Title and footer.</param>
/// <param name="RiskAxis">The horizontal axis with its unit: <c>Risk: standard deviation of a window's result, % of the fund</c>.</param>
/// <param name="ReturnAxis">The vertical axis with its unit.</param>
/// <param name="Line">The frontier without caps, ascending in return.</param>
/// <param name="CappedLine">The frontier within the two-percent caps; empty when the caps do not bind or were not asked for.</param>
/// <param name="Band">Lower and upper edge of the frontier's risk at each point of <see cref="Line"/>, from the bootstrap; empty when not computed.</param>
/// <param name="Models">Each model alone.</param>
/// <param name="You">The present portfolio; null without one.</param>
/// <param name="LeastRisk">The portfolio of least risk.</param>
/// <param name="BestRatio">The portfolio of the best return per risk; null where there is none.</param>
public sealed record FrontierPlot(
    PlotFrame Frame,
    string RiskAxis,
    string ReturnAxis,
    IReadOnlyList<FrontierPoint> Line,
    IReadOnlyList<FrontierPoint> CappedLine,
    IReadOnlyList<(double Low, double High)> Band,
    IReadOnlyList<RiskReturnPoint> Models,
    RiskReturnPoint? You,
    RiskReturnPoint LeastRisk,
    RiskReturnPoint? BestRatio)
{
    /// <summary>What <see cref="Band"/> is, on the picture: <c>90 % band</c>.</summary>
    public string BandName { get; init; } = "range of error";
}
