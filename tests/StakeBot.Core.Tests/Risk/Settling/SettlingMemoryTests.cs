using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Settling;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk.Settling;

public sealed class SettlingMemoryTests
{
    private const int Open = 24, Resolved = 200;

    private static readonly SimulatedRounds World = new(17, 5, Resolved + Open, 20, ownShare: 0.07, common: 0.3, mean: 0.005);

    [Fact]
    public void Funds_that_share_it_get_the_figures_that_they_would_get_alone()
    {
        SettlingMemory shared = new();
        int[][] funds = [[0, 1, 2], [2, 3, 4], [4, 1], [0, 1, 2], [3]];
        foreach (int[] models in funds)
        {
            OpenRisk alone = Assess(models, null), together = Assess(models, shared);
            Assert.Equal(alone.Total, together.Total);
            Assert.Equal(alone.GivenResolved, together.GivenResolved);
            Assert.Equal(alone.GivenNothing, together.GivenNothing);
            Assert.Equal(alone.Rounds, together.Rounds);
            Assert.Equal(alone.Kernels, together.Kernels);
        }
    }

    [Fact]
    public void A_prediction_is_prepared_once_for_the_same_rounds_and_anew_for_others()
    {
        SettlingMemory memory = new();
        DayKernel kernel = new(20, 0.07, 0.1);
        RoundPrediction first = memory.PredictionOf(kernel, [Part(7, 20)], [Part(5, 20), Part(6, 12)]);

        Assert.Same(first, memory.PredictionOf(new DayKernel(20, 0.07, 0.1), [Part(7, 20)], [Part(5, 20), Part(6, 12)]));
        Assert.NotSame(first, memory.PredictionOf(kernel, [Part(7, 20)], [Part(5, 20), Part(6, 13)]));
        Assert.NotSame(first, memory.PredictionOf(kernel, [Part(8, 20)], [Part(5, 20), Part(6, 12)]));
        Assert.NotSame(first, memory.PredictionOf(kernel with { RoundShare = 0.04 }, [Part(7, 20)], [Part(5, 20), Part(6, 12)]));
        Assert.NotSame(first, memory.PredictionOf(kernel, [Part(7, 20), Part(5, 20)], [Part(6, 12)]));
    }

    [Fact]
    public void A_series_is_fitted_once_until_one_of_its_rounds_is_another()
    {
        SettlingMemory memory = new();
        double[] series = [.. Enumerable.Range(0, 60).Select(t => Math.Sin(t / 7.0))];
        SeriesFit fit = Assert.Single(memory.FitsOf([series], 20));

        Assert.Same(fit, memory.FitsOf([[.. series], [.. series.Reverse()]], 20)[0]);
        series[30] += 1e-12;
        Assert.NotSame(fit, Assert.Single(memory.FitsOf([series], 20)));
    }

    [Fact]
    public void What_was_not_used_for_long_makes_room()
    {
        RecentlyUsed<int, int> used = new(most: 10);
        used.Keep(-1, 0);
        for (int i = 0; i < 1000; i++)
        {
            used.Keep(i, i);
            Assert.True(used.TryFind(-1, out _));
        }

        Assert.InRange(Enumerable.Range(0, 1000).Count(i => used.TryFind(i, out _)), 9, 20);
        Assert.True(used.TryFind(999, out int newest));
        Assert.Equal(999, newest);
    }

    private static RoundPart Part(int round, int days) => new(new RoundNumber(round), days);

    private static OpenRisk Assess(int[] models, SettlingMemory? memory)
    {
        PricedTournament all = PricedTournament.Of(World.Panel(Resolved, Open, ScoreAccrual.Sum), new PricingRule.Chosen(Some.Rule(overlap: Open, regime: StakingRegime.Atomic), true, "a test"));
        FundHistory history = FundHistory.Of([all with { Returns = all.Returns.OfModels(models) }]);
        TournamentStakes tournament = new(Tournament.Classic, StakingRegime.Atomic, Some.Round(Resolved + Open), Open, Nmr.Zero, [.. models.Select(Atomic)]);
        return OpenRisk.Of(new StakeSnapshot("a test", Some.Moment, Nmr.Zero, [tournament]), history, WindowMoments.Of(history), RiskPolicy.Default, memory);
    }

    private static Stake.Atomic Atomic(int model) => new(World.Models[model])
    {
        Setting = new StakeSetting(new Nmr(1 + model), StakeMode.Constant, true),
        InRounds = new Nmr((1 + model) * Open),
        OpenRounds = Open,
        OverlappingRounds = Open,
        PayoutPending = Nmr.Zero,
    };
}
