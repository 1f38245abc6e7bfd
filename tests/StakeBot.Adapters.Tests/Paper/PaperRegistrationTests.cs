using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Paper;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Tests.Paper;

public sealed class PaperRegistrationTests
{
    [Fact]
    public async Task One_account_stands_behind_both_ports()
    {
        await using ServiceProvider provider = new ServiceCollection().AddSingleton(PaperExamples.History).AddPaper().BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<INumerai>(), provider.GetRequiredService<IPaperAccount>());
    }
}
