using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Charts;

/// <summary>Puts the charts into the house.</summary>
public static class ChartsRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds the renderer of plots.</summary>
        public IServiceCollection AddCharts() => services.AddSingleton<IChartRenderer>(new ScottPlotCharts(ChartTheme.Default));
    }
}
