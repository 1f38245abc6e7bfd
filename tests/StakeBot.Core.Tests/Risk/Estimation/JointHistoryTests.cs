using StakeBot.Core.Risk;
using StakeBot.Core.Risk.Estimation;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class JointHistoryTests
{
    private const int Window = 12;

    [Fact]
    public void Scattered_gaps_are_filled_near_to_what_was_there()
    {
        double[][] truth = Made.Overlapping(240, 6, Window, seed: 13);
        Random random = new(14);
        double[][] gappy = [.. truth.Select(column => column.Select(x => random.NextDouble() < 0.08 ? double.NaN : x).ToArray())];

        ReturnMatrix completed = JointHistory.Of(Made.Returns(gappy), Made.Windows(6, Window), new bool[6]).Completed;

        double missed = 0;
        int filled = 0;
        for (int i = 0; i < 6; i++)
        {
            for (int t = 0; t < 240; t++)
            {
                if (!double.IsNaN(gappy[i][t]))
                {
                    Assert.Equal(gappy[i][t], completed[t, i]);
                    continue;
                }
                filled++;
                missed += Math.Pow(completed[t, i] - truth[i][t], 2);
            }
        }
        Assert.True(filled > 80);

        // Between neighbours the line misses 2ab/((a + b)R) = 1/12 of the variance, and the other models tell half of that.
        Assert.InRange(Math.Sqrt(missed / filled), 0.1, 0.35);
    }

    [Fact]
    public void A_panel_without_gaps_stays_as_it_is()
    {
        ReturnMatrix returns = Made.Returns(Made.Overlapping(60, 3, Window, seed: 15));
        JointHistory joint = JointHistory.Of(returns, Made.Windows(3, Window), new bool[3]);
        Assert.Empty(joint.Joined);
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(returns.Column(i), joint.Completed.Column(i)));
    }

    [Fact]
    public void A_late_starter_keeps_its_rounds_and_gets_the_others()
    {
        double[][] columns = Made.Overlapping(200, 5, Window, seed: 16);
        for (int t = 0; t < 170; t++)
            columns[4][t] = double.NaN;

        JointHistory joint = JointHistory.Of(Made.Returns(columns), Made.Windows(5, Window), [false, false, false, false, true]);

        Assert.Equal(columns[4][170..], joint.Completed.Column(4)[170..]);
        Assert.All(joint.Completed.Column(4), r => Assert.True(double.IsFinite(r)));
        JoinedModel told = Assert.Single(joint.Joined);
        Assert.Equal(("M4", 30, 4), (told.Model.Name, told.Rounds, told.Longer));
    }

    [Fact]
    public void The_window_of_a_late_starter_is_as_wide_as_it_should_be()
    {
        // Five models alike; the truth for a window of 12 of sums of 12 is Σ (12 − |k|)² / 12 = 96.33.
        double own = 0, told = 0;
        const int Trials = 30;
        for (int seed = 0; seed < Trials; seed++)
        {
            double[][] columns = Made.Overlapping(240, 5, Window, seed: 100 + seed);
            double[] seen = columns[4][210..];
            Array.Fill(columns[4], double.NaN, 0, 210);
            JointHistory joint = JointHistory.Of(Made.Returns(columns), Made.Windows(5, Window), [false, false, false, false, true]);
            RoundWindow window = new(Window, StakingRegime.Legacy);
            own += Math.Log(WindowCovariance.OfOne(seen, window) / 96.33) / 2 / Trials;
            told += Math.Log(WindowCovariance.OfOne(joint.Completed.Column(4), window) / 96.33) / 2 / Trials;
        }
        Assert.InRange(told, -0.2, 0.1);
        Assert.True(own < told - 0.1, $"{own} and {told}");
    }

    [Fact]
    public void A_long_public_history_cut_to_55_rounds_is_told_better_than_by_its_own_rounds()
    {
        PricedTournament priced = SharedScores.Priced(SharedScores.Legacy);
        FundHistory full = FundHistory.Of([priced]);
        WindowMoments truth = WindowMoments.Of(full);
        int models = full.Models.Count;
        double own = 0, told = 0;
        foreach (int cut in Enumerable.Range(0, 15))
        {
            ReturnMatrix shortened = Cut(full.Returns, cut, 55);
            FundHistory joint = FundHistory.Of([priced with { Returns = shortened }], shortHistories: ShortHistories.Join);
            if (joint.Models.Count < models)
                continue;
            double wanted = truth.SampleCovariance[cut * models + cut];
            double seen = WindowCovariance.OfOne(shortened.Column(cut)[^55..], full.Windows[cut]);
            own += Math.Pow(Math.Log(seen / wanted) / 2, 2);
            told += Math.Pow(Math.Log(WindowMoments.Of(joint).SampleCovariance[cut * models + cut] / wanted) / 2, 2);
        }
        Assert.True(told < 0.3 * own, $"{told} of {own}");
    }

    private static ReturnMatrix Cut(ReturnMatrix returns, int model, int rounds)
    {
        double[] values = [.. Enumerable.Range(0, returns.RoundCount).SelectMany(t => returns.Row(t).ToArray())];
        for (int t = 0; t < returns.RoundCount - rounds; t++)
            values[t * returns.ModelCount + model] = double.NaN;
        return new ReturnMatrix(returns.FirstRound, returns.Models, values);
    }
}
