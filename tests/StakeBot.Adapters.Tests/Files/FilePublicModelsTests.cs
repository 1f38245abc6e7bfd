using StakeBot.Adapters.Files;
using StakeBot.Bot.Ports;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class FilePublicModelsTests : FilesFolder
{
    private static readonly ScoreName Corr = new("corr20");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ScorePanel Panel { get; } = new(
        Tournament.Classic,
        [new RoundNumber(1100), new RoundNumber(1101)],
        [FileModel.Of(Tournament.Classic, "alice"), FileModel.Of(Tournament.Classic, "Bob")],
        [true, false],
        new Dictionary<ScoreName, double[]> { [Corr] = [0.1, 0.2, 0.3, double.NaN] });

    [Fact]
    public async Task Who_has_scores_and_no_line_of_stakes_can_be_watched()
    {
        StakedAccount account = StakesFile.Read(Write("model,stake\nALICE,1"), ShippedHistory.Value, [Panel]).MustBeRead();
        FilePublicModels others = new([Panel], account.Unlisted);

        PublicModel bob = Assert.IsType<PublicModel>(await others.FindAsync("BOB", null, Ct));

        Assert.Equal("Bob", bob.Model.Name);
        Assert.Equal([bob.Model], bob.Scores.Models);
        Assert.Equal(Panel.Rounds, bob.Scores.Rounds);
        Assert.Equal((0.2, true, false), (bob.Scores[Corr, 0, 0], bob.Scores.IsResolved(0), bob.Scores.IsResolved(1)));
        Assert.Equal(double.NaN, bob.Scores[Corr, 1, 0]);
        Assert.Null(await others.FindAsync("alice", null, Ct));
        Assert.Null(await others.FindAsync("bob", Tournament.Signals, Ct));
        Assert.Equal(2, account.Snapshot.Stakes.Count());
    }

    [Fact]
    public async Task A_line_without_NMR_says_that_a_model_is_ones_own()
    {
        StakedAccount account = StakesFile.Read(Write("model,stake\nalice,1\nbob,0"), ShippedHistory.Value, [Panel]).MustBeRead();

        Assert.Empty(account.Unlisted);
        Assert.Null(await new FilePublicModels([Panel], account.Unlisted).FindAsync("bob", null, Ct));
    }
}
