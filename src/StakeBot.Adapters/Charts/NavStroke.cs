using ScottPlot;
using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>A line with its looks.</summary>
internal sealed record NavStroke(NavLine Line, SKColor Color, LinePattern Pattern, float Width)
{
    /// <summary>The gain at the end.</summary>
    public double End => Line.Values[^1] - 1;
}
