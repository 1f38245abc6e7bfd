using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

internal static class DrawdownPlots
{
    extension(DrawdownPlot plot)
    {
        /// <summary>Whether there was a fall at all; if not, peak, trough and recovery mean nothing.</summary>
        public bool HasFallen => plot.UnderWater[plot.Trough] < 0;
    }
}
