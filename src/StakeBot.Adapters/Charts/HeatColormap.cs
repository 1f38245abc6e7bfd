using ScottPlot;

namespace StakeBot.Adapters.Charts;

/// <summary><see cref="Heat"/> for ScottPlot, which gives positions from 0 to 1.</summary>
internal sealed class HeatColormap : IColormap
{
    public string Name => "Correlation";

    public Color GetColor(double position) => Heat.Of((position * 2) - 1).ToPlotColor();
}
