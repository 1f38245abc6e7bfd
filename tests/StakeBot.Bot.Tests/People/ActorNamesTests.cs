using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Tests.People;

public sealed class ActorNamesTests
{
    [Fact]
    public async Task Members_have_their_names_and_strangers_their_ids()
    {
        using Household house = new();
        await house.LetIn("telegram", "7001", "viewer", "Ben");

        IReadOnlyDictionary<string, string> names = await house.Services.GetRequiredService<ActorNames>().OfAsync(
            ["stakebot", "web:local", "telegram:7001", "telegram:7001", "discord:9"], TestContext.Current.CancellationToken);

        Assert.Equal("StakeBot", names["stakebot"]);
        Assert.Equal("the owner", names["web:local"]);
        Assert.Equal("Ben", names["telegram:7001"]);
        Assert.Equal("discord:9", names["discord:9"]);
    }
}
