using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>The charts, drawn by ScottPlot and Skia. It keeps nothing between two pictures, so any number of threads may draw.</summary>
internal sealed class ScottPlotCharts(ChartTheme theme) : IChartRenderer
{
    public byte[] Draw(FrontierPlot plot) => new FrontierChart(theme).Draw(plot).Png;

    public byte[] Draw(DrawdownPlot plot) => new DrawdownChart(theme).Draw(plot).Png;

    public byte[] Draw(ContributionPlot plot) => new ContributionChart(theme).Draw(plot).Png;

    public byte[] Draw(CorrelationPlot plot) => new CorrelationChart(theme).Draw(plot).Png;

    public byte[] Draw(NavPlot plot) => new NavChart(theme).Draw(plot).Png;

    public byte[] Draw(SettlementPlot plot) => new SettlementChart(theme).Draw(plot).Png;
}
