namespace StakeBot.Bot.Ports.Plots;

/// <summary>One fund's value over time.</summary>
/// <param name="Label">What it is: <c>equal weight</c>.</param>
/// <param name="Values">The value on each day, as a share of the value at the start: 1.021 = 2.1 % gained.</param>
/// <param name="IsMain">Whether it is what was asked for (drawn strong), or something to compare it with.</param>
public sealed record NavLine(string Label, IReadOnlyList<double> Values, bool IsMain);

/// <summary>The values of several funds over the same days, from 1 on.</summary>
/// <param name="Frame">Title and footer.</param>
/// <param name="Days">The day of each value, ascending.</param>
/// <param name="Lines">At least one, each with as many values as there are days.</param>
public sealed record NavPlot(PlotFrame Frame, IReadOnlyList<DateOnly> Days, IReadOnlyList<NavLine> Lines);
