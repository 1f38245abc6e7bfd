using StakeBot.Core.Backtesting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Backtesting;

public sealed class BacktestComparisonTests
{
    private const int Window = 4;

    [Fact]
    public void What_did_the_same_is_within_noise()
    {
        BacktestResult reference = Result("reference", Noise(200, seed: 1, mean: 0.001));
        BacktestResult copy = Result("copy", reference.RoundResults);

        BacktestComparison comparison = BacktestComparison.Of([reference, copy], reference);

        Assert.Equal(0, comparison.AgainstReference(copy));
        Assert.Equal(0, comparison.Differences[1].Value);
    }

    [Fact]
    public void More_of_the_same_risk_gains_more_and_is_no_better_per_risk()
    {
        BacktestResult reference = Result("reference", Noise(200, seed: 1, mean: 0.004));
        BacktestResult twice = Result("twice", [.. reference.RoundResults.Select(r => 2 * r)]);

        BacktestComparison comparison = BacktestComparison.Of([reference, twice], reference);

        Assert.Equal(0, comparison.AgainstReference(twice));
        Assert.Equal(reference.Window.Mean, comparison.Differences[1].Value, 1e-12);
        Assert.Same(twice, comparison.BestTotal);
    }

    [Fact]
    public void The_same_gain_without_half_of_the_noise_is_better_and_the_other_way_round_worse()
    {
        double[] calm = Noise(400, seed: 2, mean: 0.01);
        BacktestResult good = Result("good", calm);
        BacktestResult bad = Result("bad", [.. calm.Zip(Noise(400, seed: 3, mean: 0), (r, noise) => r + 2 * noise)]);

        Assert.Equal(1, BacktestComparison.Of([bad, good], bad).AgainstReference(good));
        Assert.Equal(-1, BacktestComparison.Of([bad, good], good).AgainstReference(bad));
        Assert.Same(good, BacktestComparison.Of([bad, good], bad).BestPerRisk);
    }

    [Fact]
    public void What_took_no_risk_is_compared_in_result_only()
    {
        BacktestResult reference = Result("reference", Noise(200, seed: 1, mean: 0.001));
        BacktestResult idle = Result("idle", new double[200]);

        BacktestComparison comparison = BacktestComparison.Of([reference, idle], reference);

        Assert.Null(comparison.SharpeDifferences[1]);
        Assert.Equal(-reference.Window.Mean, comparison.Differences[1].Value, 1e-12);
        Assert.Null(comparison.Luck);
    }

    [Fact]
    public void A_setting_that_is_best_everywhere_is_no_luck()
    {
        double[] common = Noise(400, seed: 4, mean: 0.002);
        BacktestResult[] results = [.. Enumerable.Range(0, 5).Select(k => Result($"{k}", [.. common.Select(r => r + 0.004 * k)]))];

        SelectionLuck luck = BacktestComparison.Of(results, results[0]).Luck!;

        Assert.Same(results[4], luck.Best);
        Assert.Equal(5, luck.Settings);
        Assert.Equal(0, luck.Overfitting!.Probability);
        Assert.Equal(252, luck.Overfitting.Splits);
        Assert.True(luck.DeflatedSharpe > 0.95);
    }

    [Fact]
    public void Worthless_settings_are_mostly_luck()
    {
        double[] probabilities =
        [
            .. Enumerable.Range(0, 30).Select(history =>
            {
                BacktestResult[] results = [.. Enumerable.Range(0, 8).Select(k => Result($"{k}", Noise(320, seed: 100 * history + k, mean: 0)))];
                return BacktestComparison.Of(results, results[0]).Luck!.Overfitting!.Probability;
            }),
        ];

        Assert.InRange(probabilities.Average(), 0.35, 0.65);
    }

    [Fact]
    public void Few_rounds_say_nothing_of_overfitting()
    {
        BacktestResult[] results = [.. Enumerable.Range(0, 3).Select(k => Result($"{k}", Noise(30, seed: k, mean: 0.001)))];

        Assert.Null(BacktestComparison.Of(results, results[0]).Luck!.Overfitting);
    }

    [Fact]
    public void Three_windows_prove_nothing()
    {
        double[] calm = Noise(15, seed: 2, mean: 0.05);
        BacktestResult good = Result("good", calm);
        BacktestResult bad = Result("bad", [.. calm.Select((r, t) => r - 0.1 + (t % 2 == 0 ? 0.02 : -0.02))]);

        BacktestComparison comparison = BacktestComparison.Of([bad, good], bad);

        Assert.False(comparison.CanTell);
        Assert.Equal(0, comparison.AgainstReference(good));
        Assert.Null(comparison.Luck);
    }

    [Fact]
    public void Different_rounds_cannot_be_compared()
    {
        BacktestResult one = Result("one", Noise(100, seed: 1, mean: 0));
        BacktestResult other = Result("other", Noise(101, seed: 1, mean: 0));

        Assert.Throws<ArgumentException>(() => BacktestComparison.Of([one, other], one));
        Assert.Throws<ArgumentException>(() => BacktestComparison.Of([one], other));
    }

    private static double[] Noise(int rounds, int seed, double mean)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, rounds).Select(_ => mean + 0.01 * (random.NextDouble() + random.NextDouble() - 1))];
    }

    private static BacktestResult Result(string name, IReadOnlyList<double> rounds)
    {
        List<double> nav = [1];
        foreach (double r in rounds)
            nav.Add(nav[^1] + r);
        return new BacktestResult
        {
            Policy = Walks.Policy(AllocationObjective.EqualWeight) with { Name = name },
            WindowRounds = Window,
            FirstRound = new RoundNumber(17),
            RoundResults = rounds,
            Nav = nav,
            Payouts = rounds.Where(r => r > 0).Sum(),
            Burns = -rounds.Where(r => r < 0).Sum(),
            Window = WindowFigures.Of(rounds, Window),
            WorstWindow = 0,
            WorstWindowEnd = new RoundNumber(20),
            Drawdown = Drawdown.Of(rounds),
            Turnover = 0,
            StakeChanges = 0,
            IdleShare = 0,
            Refusals = [],
        };
    }
}
