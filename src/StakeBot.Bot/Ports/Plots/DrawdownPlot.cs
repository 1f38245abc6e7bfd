namespace StakeBot.Bot.Ports.Plots;

/// <summary>The distance below the running peak over time.</summary>
/// <param name="Frame">Title and footer.</param>
/// <param name="Days">The day of each point.</param>
/// <param name="UnderWater">The fall from the peak at each point, a share, at most zero (−0.118 = 11.8 % below).</param>
/// <param name="Peak">The index of the peak before the worst fall.</param>
/// <param name="Trough">The index of the worst point.</param>
/// <param name="Recovery">The index of the recovery; null when it has not come yet.</param>
/// <param name="AlertAt">Where an alert is set, a share at most zero; null without one.</param>
public sealed record DrawdownPlot(
    PlotFrame Frame,
    IReadOnlyList<DateOnly> Days,
    IReadOnlyList<double> UnderWater,
    int Peak,
    int Trough,
    int? Recovery,
    double? AlertAt);
