namespace StakeBot.Bot.Ports.Plots;

/// <summary>What all rounds that are final by a day will have paid or burned together, as shares of the fund; negative is a burn.</summary>
/// <param name="Day">The day.</param>
/// <param name="Expected">The expectation.</param>
/// <param name="Low">Nine outcomes of ten lie between this</param>
/// <param name="High">and this.</param>
/// <param name="HalfLow">Every second outcome lies between this</param>
/// <param name="HalfHigh">and this.</param>
/// <param name="Bad">The bad case.</param>
/// <param name="Worst">The worst that the rules allow.</param>
public sealed record SettlementPoint(DateOnly Day, double Expected, double Low, double High, double HalfLow, double HalfHigh, double Bad, double Worst);

/// <summary>The open rounds as they settle one after the other: a fan of the running sum, with the bad and the worst case.</summary>
/// <param name="Frame">Title and footer.</param>
/// <param name="Points">In the order of time, from zero today on; at least two.</param>
/// <param name="BadName">What the bad case is: <c>bad case (1 in 20)</c>.</param>
public sealed record SettlementPlot(PlotFrame Frame, IReadOnlyList<SettlementPoint> Points, string BadName);
