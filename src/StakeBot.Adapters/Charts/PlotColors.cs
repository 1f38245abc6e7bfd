using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>The theme speaks Skia's colours; ScottPlot has its own.</summary>
internal static class PlotColors
{
    extension(SKColor color)
    {
        public ScottPlot.Color ToPlotColor() => new(color.Red, color.Green, color.Blue, color.Alpha);
    }
}
