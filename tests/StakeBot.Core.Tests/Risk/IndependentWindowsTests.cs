using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Risk;

public sealed class IndependentWindowsTests
{
    [Fact]
    public void Scores_as_long_as_a_window_leave_two_thirds()
    {
        // 20 rounds open, scores over 20 rounds: windows are worth 2/3 of rounds / R; the kernel sees most of that.
        double[] windows = Of(Made.Overlapping(4000, 4, 20, seed: 1), 20);
        Assert.All(windows, w => Assert.InRange(w / 200, 0.6, 0.85));
        Assert.Equal(windows[0], windows[3]);
    }

    [Fact]
    public void Independent_rounds_keep_about_all() => Assert.InRange(Of(Made.Overlapping(4000, 4, 1, seed: 2), 20)[0] / 200, 0.8, 1);

    [Fact]
    public void Single_rounds_count_one_by_one() => Assert.Equal([50], Of(Made.Overlapping(50, 1, 10, seed: 3), 1));

    [Fact]
    public void An_error_of_a_mean_is_about_as_large_as_said()
    {
        double squares = 0;
        const int Trials = 300;
        for (int seed = 0; seed < Trials; seed++)
        {
            FundHistory history = FundHistory.Of([Made.Priced(new RoundWindow(12, Core.Tournaments.StakingRegime.Legacy), ("A", Made.Overlapping(240, 1, 12, seed)[0]))]);
            WindowMoments moments = WindowMoments.Of(history);
            squares += Math.Pow(moments.SampleMean[0] / moments.StandardErrorOf([1]), 2) / Trials;
        }

        // 1 would be exact; dividing by rounds / R alone gives about 1.8.
        Assert.InRange(Math.Sqrt(squares), 0.9, 1.3);
    }

    private static double[] Of(double[][] columns, int window)
    {
        ReturnMatrix returns = Made.Returns(columns);
        RoundWindow[] windows = Made.Windows(columns.Length, window);
        int[] observed = [.. columns.Select(column => column.Length)];
        return IndependentWindows.Of(returns, windows, WindowCovariance.Estimate(returns, windows), observed, new bool[columns.Length]);
    }
}
