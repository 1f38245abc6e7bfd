using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Commands;

namespace StakeBot.Host.Tests.Wholesome;

/// <summary>The commands of the program as it is shipped.</summary>
internal static class TheCatalogue
{
    public static IReadOnlyList<CommandSpec> Specs { get; } = Read();

    public static ServiceProvider PaperBot() => new ServiceCollection().AddLogging().AddStakeBot(new DataSource.Simulated()).BuildServiceProvider();

    private static IReadOnlyList<CommandSpec> Read()
    {
        using ServiceProvider bot = PaperBot();
        return bot.GetRequiredService<CommandCatalogue>().Specs;
    }
}
