using StakeBot.Adapters.Paper;
using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper.World;

/// <summary>The history that everybody gets looks like the measured one, scaled to 60 days.</summary>
public sealed class CalibrationTests
{
    private readonly ScorePanel _classic;
    private readonly double[][] _returns;
    private readonly double[][] _signals;

    public CalibrationTests()
    {
        PaperWorld world = new(PaperSeeds.Default, PaperRoster.Models(PaperExamples.Signals.Factor.ForPricing));
        _classic = world.Panel(Tournament.Classic, PaperAccount.StartRound)!;
        _returns = Series.Returns(_classic, PaperExamples.Classic);
        _signals = Series.Returns(world.Panel(Tournament.Signals, PaperAccount.StartRound)!, PaperExamples.Signals);
    }

    [Fact]
    public void Four_hundred_and_twenty_rounds_are_known_and_the_newest_sixty_four_are_not_final()
    {
        Assert.Equal(420, _classic.Rounds.Count);
        Assert.Equal(new RoundNumber(1404), _classic.Rounds[^1]);
        Assert.Equal(64, _classic.ProvisionalRounds);
        Assert.Equal([ScoreName.Corr60, ScoreName.Mmc60], _classic.Names.OrderBy(name => name.Value));
        Assert.Equal(356, _returns[0].Length);
    }

    [Fact]
    public void The_newest_five_rounds_have_no_score_yet_and_the_sixth_has()
    {
        int last = _classic.Rounds.Count - 1;

        Assert.All(Enumerable.Range(last - 4, 5), t => Assert.True(double.IsNaN(_classic[ScoreName.Corr60, t, 0])));
        Assert.False(double.IsNaN(_classic[ScoreName.Corr60, last - 5, 0]));
    }

    [Fact]
    public void Neighbouring_rounds_are_nearly_copies_and_forget_one_another_after_sixty()
    {
        double[][] all = [.. _returns, .. _signals];

        Assert.InRange(Series.Median(all.Select(model => Series.Autocorrelation(model, 1))), 0.95, 0.985);
        Assert.All(all, model => Assert.InRange(Series.Autocorrelation(model, 1), 0.92, 0.99));
        Assert.InRange(Series.Median(all.Select(model => Series.Autocorrelation(model, 20))), 0.5, 0.75);
        Assert.InRange(Series.Median(all.Select(model => Series.Autocorrelation(model, 60))), -0.35, 0.15);
    }

    [Fact]
    public void Some_pairs_of_models_help_one_another_and_some_are_nearly_the_same()
    {
        double[] correlations = Series.Correlations(_returns);

        Assert.InRange(Series.Median(correlations), 0.2, 0.32);
        Assert.InRange(Series.Quantile(correlations, 0.1), -0.18, -0.04);
        Assert.InRange(Series.Quantile(correlations, 0.9), 0.68, 0.82);
        Assert.InRange(Series.Correlation(ReturnsOf("FINCH"), ReturnsOf("SWIFT")), 0.9, 0.99);
    }

    [Fact]
    public void Some_models_are_good_some_mediocre_and_one_loses()
    {
        double[] means = [.. _returns.Select(Series.Mean)];

        Assert.Equal(1, means.Count(mean => mean < 0));
        Assert.True(Series.Mean(ReturnsOf("MERLIN")) < -0.01);
        Assert.InRange(means.Count(mean => mean > 0.04), 3, 5);
        Assert.All(means, mean => Assert.InRange(mean, -0.05, 0.1));
        Assert.All(_returns, model => Assert.InRange(Math.Sqrt(Series.Variance(model)), 0.08, 0.26));
        Assert.All(_returns, model => Assert.InRange(ShareNegative(model), 0.2, 0.65));
    }

    [Fact]
    public void Signals_rounds_stay_inside_the_clip_but_for_some_of_one_model()
    {
        double clip = PaperExamples.Signals.Clip;
        int[] hits = [.. _signals.Select(model => model.Count(r => Math.Abs(r) >= clip))];

        Assert.Equal([0, 0, 0], [hits[0], hits[1], hits[3]]);
        Assert.InRange(hits[2], 3, 30);
        Assert.All(_signals, model => Assert.InRange(Math.Sqrt(Series.Variance(model)), 0.001, 0.009));
    }

    [Fact]
    public void In_the_winter_of_2025_nearly_everybody_lost_for_weeks()
    {
        double[] spell = [.. ShareOfLosers(1161, 1176)];

        Assert.True(spell.Count(share => share >= 0.8) >= 13, string.Join(' ', spell));
        Assert.True(ShareOfLosers(985, 1130).Average() < 0.5);
        Assert.True(ShareOfLosers(1240, 1340).Average() < 0.5);
    }

    [Fact]
    public void Submissions_are_missed_now_and_then_by_everybody()
    {
        int[] gaps = [.. _returns.Select(model => model.Count(double.IsNaN))];

        Assert.InRange(gaps.Sum() / (double)(_returns.Length * _returns[0].Length), 0.008, 0.02);
        Assert.All(gaps, gap => Assert.InRange(gap, 1, 12));
    }

    [Fact]
    public void One_model_started_late() =>
        Assert.Equal(1130 - 985, _signals[3].TakeWhile(double.IsNaN).Count());

    [Fact]
    public void Every_seed_gives_rounds_that_overlap()
    {
        double[][] all = [.. Enumerable.Range(1, 30).SelectMany(seed => Series.Returns(
            new PaperWorld(PaperSeeds.Of((ulong)seed), PaperRoster.Models(0.25)).Panel(Tournament.Classic, PaperAccount.StartRound)!,
            PaperExamples.Classic))];

        Assert.InRange(all.Average(model => Series.Autocorrelation(model, 1)), 0.94, 0.98);
        Assert.InRange(all.Average(model => Series.Autocorrelation(model, 20)), 0.5, 0.7);
        Assert.InRange(all.Average(model => Series.Autocorrelation(model, 40)), 0.0, 0.35);
        Assert.InRange(all.Average(model => Series.Autocorrelation(model, 60)), -0.3, 0.05);
    }

    [Fact]
    public void The_factor_of_the_Signals_rule_does_not_change_what_Signals_rounds_return()
    {
        PayoutRule other = PaperExamples.Signals with { Factor = new PayoutFactor.Fixed(0.1) };
        PaperWorld world = new(PaperSeeds.Default, PaperRoster.Models(0.1));

        double[][] returns = Series.Returns(world.Panel(Tournament.Signals, PaperAccount.StartRound)!, other);

        Assert.Equal(Series.Mean(_signals[0]), Series.Mean(returns[0]), 1e-12);
    }

    private double[] ReturnsOf(string name) => _returns[_classic.Models.Select(model => model.Name).ToList().IndexOf(name)];

    private static double ShareNegative(double[] model) => model.Count(r => r < 0) / (double)model.Count(double.IsFinite);

    private IEnumerable<double> ShareOfLosers(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => ShareNegative([.. _returns.Select(model => model[number - 985])]));
}
