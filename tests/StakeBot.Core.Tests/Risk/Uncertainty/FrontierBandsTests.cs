using StakeBot.Core.Allocation;
using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Uncertainty;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class FrontierBandsTests
{
    private const int Window = 8;

    [Fact]
    public void The_same_seed_gives_the_same_bands_in_any_order()
    {
        FrontierResampling resampling = Resampling(Columns(1, 4), RiskMeasure.Deviation, null, 11);
        ResampledFrontier?[] forward = [.. Enumerable.Range(0, 40).Select(resampling.Draw)];
        ResampledFrontier?[] backward = [.. Enumerable.Range(0, 40).Reverse().Select(resampling.Draw).Reverse()];

        Assert.Equal(Figures(FrontierBands.Gather(resampling, forward)), Figures(FrontierBands.Gather(resampling, backward)));
        FrontierResampling other = Resampling(Columns(1, 4), RiskMeasure.Deviation, null, 12);
        Assert.NotEqual(Figures(FrontierBands.Gather(resampling, forward)), Figures(FrontierBands.Gather(other, [.. Enumerable.Range(0, 40).Select(other.Draw)])));
    }

    [Theory]
    [InlineData(RiskMeasure.Deviation)]
    [InlineData(RiskMeasure.Cvar)]
    public void A_band_is_ordered_and_lies_mostly_beyond_the_line(RiskMeasure measure)
    {
        FrontierResampling resampling = Resampling(Columns(2, 6), measure, null, 1);
        FrontierBands bands = FrontierBands.Gather(resampling, [.. Enumerable.Range(0, 120).Select(resampling.Draw)]);

        foreach (CornerPortfolio corner in resampling.Frontier.Corners)
        {
            RiskInterval interval = bands.Of(corner);
            Assert.Equal(corner.Risk, interval.Risk);
            Assert.True(interval.Low < interval.High);

            // Who was chosen for a small risk has a larger one.
            Assert.True((interval.Low + interval.High) / 2 > corner.Risk);
        }
        Assert.Equal((120, 0), (bands.Resamples, bands.Unsolved));
        Assert.InRange(bands.MeanBlock, Window / 2.0, Window);
    }

    [Fact]
    public void How_often_models_enter_and_their_mean_weights_are_shares()
    {
        double[][] columns = Columns(3, 5);
        columns[2] = [.. columns[2].Select(r => 0.2 * r)];
        FrontierResampling resampling = Resampling(columns, RiskMeasure.Deviation, null, 2);
        FrontierBands bands = FrontierBands.Gather(resampling, [.. Enumerable.Range(0, 100).Select(resampling.Draw)]);

        Assert.Equal(1, bands.MeanLeastRisk.Sum(), 1e-9);
        Assert.Equal(1, bands.MeanBestRatio.Sum(), 1e-9);
        Assert.All(bands.EntersLeastRisk.Concat(bands.EntersBestRatio), share => Assert.InRange(share, 0, 1));
        Assert.Equal(1, bands.EntersLeastRisk[2]);
        Assert.True(bands.MeanLeastRisk[2] > 0.6);
    }

    [Fact]
    public void Where_nothing_gains_there_is_no_best_ratio()
    {
        FrontierResampling resampling = Resampling([.. Columns(4, 3).Select(column => column.Select(r => r - 40).ToArray())], RiskMeasure.Deviation, null, 3);
        FrontierBands bands = FrontierBands.Gather(resampling, [.. Enumerable.Range(0, 30).Select(resampling.Draw)]);
        Assert.Equal(0, bands.HasBestRatio);
        Assert.All(bands.MeanBestRatio, weight => Assert.Equal(0, weight));
    }

    [Fact]
    public void The_risk_of_a_fixed_portfolio_is_covered_about_as_often_as_said()
    {
        // Three models, correlation ½, a third each: variance of a round 2/3, of a window Σ (8 − |k|)²/8 = 43 times that.
        double truth = Math.Sqrt(43 * 2 / 3.0);
        int covered = 0;
        const int Trials = 80;
        for (int seed = 0; seed < Trials; seed++)
        {
            FrontierResampling resampling = Resampling(Made.Overlapping(160, 3, Window, 500 + seed), RiskMeasure.Deviation, [1 / 3.0, 1 / 3.0, 1 / 3.0], 4);
            RiskInterval interval = FrontierBands.Gather(resampling, [.. Enumerable.Range(0, 99).Select(resampling.Draw)]).Present!;
            covered += interval.Low <= truth && truth <= interval.High ? 1 : 0;
        }
        Assert.InRange(covered / (double)Trials, 0.76, 0.98);
    }

    [Fact]
    public void Idle_NMR_and_single_models_are_portfolios_too()
    {
        FrontierResampling resampling = Resampling(Columns(5, 1), RiskMeasure.Deviation, [0.5], 5);
        FrontierBands bands = FrontierBands.Gather(resampling, [.. Enumerable.Range(0, 40).Select(resampling.Draw)]);
        RiskInterval alone = bands.Of(resampling.Frontier.MinRisk);
        Assert.Equal(alone.Low / alone.Risk, bands.Present!.Low / bands.Present.Risk, 1e-9);
        Assert.Equal([1], bands.MeanLeastRisk);
    }

    [Fact]
    public void Too_few_resamples_have_no_tail()
    {
        FrontierResampling resampling = Resampling(Columns(6, 2), RiskMeasure.Deviation, null, 6);
        Assert.Throws<ArgumentException>(() => FrontierBands.Gather(resampling, [.. Enumerable.Range(0, 19).Select(resampling.Draw)]));
    }

    private static double[][] Columns(int seed, int models) =>
        [.. Made.Overlapping(120, models, Window, seed).Select((column, i) => column.Select(r => r + 0.4 + 0.1 * i).ToArray())];

    private static FrontierResampling Resampling(double[][] columns, RiskMeasure measure, double[]? present, ulong seed)
    {
        FundHistory history = FundHistory.Of([Made.Priced(new RoundWindow(Window, StakingRegime.Legacy), [.. columns.Select((column, i) => ($"M{i}", column))])]);
        WindowMoments moments = WindowMoments.Of(history);
        FrontierInputs inputs = FrontierInputs.Of(measure, 0.9, history, moments);
        Bounds bounds = Bounds.LongOnly(columns.Length);
        Frontier frontier = Assert.IsType<FrontierOutcome.Solved>(inputs.Trace(bounds)).Frontier;
        return new FrontierResampling(inputs, history, moments, frontier, bounds, present, seed);
    }

    private static double[] Figures(FrontierBands bands) => [.. bands.MeanLeastRisk, .. bands.MeanBestRatio, .. bands.EntersBestRatio, bands.HasBestRatio];
}
