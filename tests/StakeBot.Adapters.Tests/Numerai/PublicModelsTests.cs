using StakeBot.Bot.Ports;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Numerai;

public sealed class PublicModelsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("OTHER_KESTREL", Tournament.Classic, Tournament.Classic)]
    [InlineData("other_gannet", Tournament.Signals, Tournament.Signals)]
    [InlineData("Other_Gannet", null, Tournament.Signals)]
    public async Task A_model_is_found_by_its_name_in_any_letters(string name, Tournament? asked, Tournament tournament)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        PublicModel found = (await numerai.PublicModels.FindAsync(name, asked, Ct))!;

        Assert.Equal((name.ToLowerInvariant(), tournament), (found.Model.Name, found.Model.Tournament));
        Assert.Equal([found.Model], found.Scores.Models);
        Assert.Equal((420, 64), (found.Scores.Rounds.Count, found.Scores.ProvisionalRounds));
        Assert.True(found.Scores.HasFinal(tournament == Tournament.Signals ? ScoreName.Alpha : ScoreName.Corr60));
    }

    [Theory]
    [InlineData("kestrel")]
    [InlineData("nobody")]
    public async Task Ones_own_models_and_names_that_nobody_has_are_not_found(string name)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        Assert.Null(await numerai.PublicModels.FindAsync(name, null, Ct));
    }
}
