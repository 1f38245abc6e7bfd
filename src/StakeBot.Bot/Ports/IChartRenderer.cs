using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Bot.Ports;

/// <summary>Draws plots as PNG, 1200 × 800, readable on a phone. Pure: the same plot gives the same picture. Safe from many threads.</summary>
public interface IChartRenderer
{
    /// <summary>The efficient frontier.</summary>
    byte[] Draw(FrontierPlot plot);

    /// <summary>The drawdown.</summary>
    byte[] Draw(DrawdownPlot plot);

    /// <summary>The risk contributions.</summary>
    byte[] Draw(ContributionPlot plot);

    /// <summary>The correlation heat map.</summary>
    byte[] Draw(CorrelationPlot plot);

    /// <summary>The values of several funds over time.</summary>
    byte[] Draw(NavPlot plot);

    /// <summary>What open rounds will pay or burn as they settle.</summary>
    byte[] Draw(SettlementPlot plot);
}
