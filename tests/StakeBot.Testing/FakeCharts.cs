using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Testing;

/// <summary>Keeps the plots that it was to draw, and draws one dot.</summary>
public sealed class FakeCharts : IChartRenderer
{
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>What was drawn, in order.</summary>
    public List<object> Drawn { get; } = [];

    public byte[] Draw(FrontierPlot plot) => Keep(plot);

    public byte[] Draw(DrawdownPlot plot) => Keep(plot);

    public byte[] Draw(ContributionPlot plot) => Keep(plot);

    public byte[] Draw(CorrelationPlot plot) => Keep(plot);

    public byte[] Draw(NavPlot plot) => Keep(plot);

    public byte[] Draw(SettlementPlot plot) => Keep(plot);

    private byte[] Keep(object plot)
    {
        Drawn.Add(plot);
        return Dot;
    }
}
