using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Numerai;

public sealed class PublicModelsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("KESTREL", Tournament.Classic)]
    [InlineData("gannet", Tournament.Signals)]
    public async Task A_model_is_found_by_its_name_in_any_letters(string name, Tournament tournament)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        PublicModel found = (await numerai.PublicModels.FindAsync(name, tournament, Ct))!;

        Assert.Equal((name.ToLowerInvariant(), "aviary", tournament), (found.Model.Name, found.Account, found.Model.Tournament));
        Assert.True(found.Staked!.Value.Amount > 10);
        Assert.Equal([found.Model], found.Scores.Models);
        Assert.Equal(420, found.Scores.Rounds.Count);
        Assert.Equal(64, found.Scores.ProvisionalRounds);
    }

    [Fact]
    public async Task A_name_that_nobody_has_finds_nothing()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        Assert.Null(await numerai.PublicModels.FindAsync("nobody", Tournament.Classic, Ct));
    }
}
