using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper.World;

public sealed class ModelScoresTests
{
    private static readonly RoundNumber Round = new(1300);

    [Fact]
    public void Neighbouring_rounds_move_together_on_every_day_that_both_are_scored_on()
    {
        ModelScores heron = new PaperWorld(PaperSeeds.Of(5), PaperRoster.Models(0.25)).Models[1];

        // What a day brings to a round and to its successor differs only by what belongs to the rounds alone, which is the same each day.
        double[] differences = [.. Enumerable.Range(2, 58).Select(day => Brings(heron, Round, day + 1) - Brings(heron, Round + 1, day))];

        Assert.All(differences, difference => Assert.Equal(differences[0], difference, 1e-12));
        Assert.True(differences[0] != 0, "A part of a round's score is its own.");
    }

    [Fact]
    public void The_final_score_is_the_sum_of_its_sixty_days()
    {
        ModelScores wren = new PaperWorld(PaperSeeds.Of(5), PaperRoster.Models(0.25)).Models[3];

        double sum = Enumerable.Range(1, 60).Sum(day => Brings(wren, Round, day));

        Assert.Equal(wren.Score(ScoreName.Mmc60, Round, 60), sum, 1e-12);
    }

    [Fact]
    public void A_score_does_not_depend_on_what_was_asked_before()
    {
        PaperWorld forwards = new(PaperSeeds.Of(5), PaperRoster.Models(0.25));
        PaperWorld backwards = new(PaperSeeds.Of(5), PaperRoster.Models(0.25));

        double[] early = [.. Enumerable.Range(990, 400).Select(number => forwards.Models[0].Score(ScoreName.Corr60, new(number), 60))];
        double[] late = [.. Enumerable.Range(990, 400).Reverse().Select(number => backwards.Models[0].Score(ScoreName.Corr60, new(number), 60)).Reverse()];

        Assert.Equal(early, late);
    }

    [Fact]
    public void There_is_no_score_before_the_first_scoring_day_nor_without_a_submission()
    {
        ModelScores plover = new PaperWorld(PaperSeeds.Of(5), PaperRoster.Models(0.25)).Models[6];

        Assert.Equal("PLOVER", plover.Model.Name);
        Assert.True(double.IsNaN(plover.Score(ScoreName.Corr60, Round, 0)));
        Assert.False(plover.Submitted(new RoundNumber(1402)));
        Assert.True(double.IsNaN(plover.Score(ScoreName.Corr60, new RoundNumber(1402), 10)));
    }

    [Fact]
    public void A_late_starter_is_not_blamed_for_rounds_before_its_first()
    {
        ModelScores curlew = new PaperWorld(PaperSeeds.Of(5), PaperRoster.Models(0.25)).Models[11];

        Assert.False(curlew.TakesPart(new RoundNumber(1129)));
        Assert.False(curlew.Submitted(new RoundNumber(1129)));
        Assert.True(curlew.TakesPart(new RoundNumber(1130)));
    }

    private static double Brings(ModelScores model, RoundNumber round, int day) =>
        model.Score(ScoreName.Mmc60, round, day) - (day == 1 ? 0 : model.Score(ScoreName.Mmc60, round, day - 1));
}
