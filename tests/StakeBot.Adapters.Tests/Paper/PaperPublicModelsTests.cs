using StakeBot.Adapters.Paper;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper;

public sealed class PaperPublicModelsTests : IDisposable
{
    private readonly PaperAccount _account = new(PaperExamples.History, TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Theory]
    [InlineData("KINGFISHER", Tournament.Classic)]
    [InlineData("cormorant", Tournament.Classic)]
    [InlineData("Shearwater", Tournament.Signals)]
    [InlineData("DUNLIN", Tournament.Signals)]
    public async Task Models_of_others_are_found_by_name_with_the_scores_of_the_same_rounds(string name, Tournament tournament)
    {
        PublicModel found = Assert.IsType<PublicModel>(await _account.FindAsync(name, null, Ct));
        ScorePanel own = (await _account.ReadScoresAsync(tournament, Ct))!;

        Assert.Equal((tournament, name.ToUpperInvariant()), (found.Model.Tournament, found.Model.Name));
        Assert.Equal([found.Model], found.Scores.Models);
        Assert.Equal(own.Rounds, found.Scores.Rounds);
        Assert.Equal(own.Names, found.Scores.Names);
        Assert.Equal(own.ProvisionalRounds, found.Scores.ProvisionalRounds);
        Assert.Null(await _account.FindAsync(name, tournament == Tournament.Classic ? Tournament.Signals : Tournament.Classic, Ct));
    }

    [Fact]
    public async Task The_account_holds_none_of_them_and_none_of_its_own_is_public()
    {
        foreach (Model model in (await _account.ReadStakesAsync(Ct)).Stakes.Select(stake => stake.Model))
            Assert.Null(await _account.FindAsync(model.Name, null, Ct));
    }

    [Fact]
    public void What_others_score_changes_nothing_for_the_account()
    {
        PaperWorld alone = new(PaperSeeds.Of(5), PaperRoster.Models(0.25));
        PaperWorld together = new(PaperSeeds.Of(5), PaperRoster.Models(0.25), PaperRoster.Others(0.25));

        Assert.Equal(4, together.Others.Count);
        for (int i = 0; i < alone.Models.Count; i++)
        {
            Assert.Equal(alone.Models[i].Model, together.Models[i].Model);
            Assert.All(alone.Models[i].Names, name => Assert.Equal(alone.Models[i].Score(name, new RoundNumber(1200), 60), together.Models[i].Score(name, new RoundNumber(1200), 60)));
        }
    }
}
