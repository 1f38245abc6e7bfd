using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Benchmarks.Digests;

/// <summary>Draws nothing: what is left is the digest's own time.</summary>
internal sealed class NoCharts : IChartRenderer
{
    public byte[] Draw(FrontierPlot plot) => [];

    public byte[] Draw(DrawdownPlot plot) => [];

    public byte[] Draw(ContributionPlot plot) => [];

    public byte[] Draw(CorrelationPlot plot) => [];

    public byte[] Draw(NavPlot plot) => [];

    public byte[] Draw(SettlementPlot plot) => [];
}
