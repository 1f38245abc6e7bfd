using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class OverlapResidualTests
{
    [Fact]
    public void A_short_gap_is_a_straight_line() => Assert.Equal([0, 2, 3, 0], Fill([1, 0, 0, 4], [true, false, false, true], 5));

    [Fact]
    public void Rounds_before_the_first_and_after_the_last_repeat_the_known_ones_mirrored() =>
        Assert.Equal([1, 1, 2, 3, 3, 2, 1, 0, 0, 0, 3, 2, 1, 1], Fill([0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 0], [.. Known(14, 7, 8, 9)], 5));

    [Fact]
    public void A_gap_of_a_window_is_mirrored_from_both_sides() =>
        Assert.Equal([0, 0, 2, 1, 8, 7, 0, 0], Fill([1, 2, 0, 0, 0, 0, 7, 8], [.. Known(8, 0, 1, 6, 7)], 4));

    [Fact]
    public void One_known_round_is_all_there_is_to_repeat() => Assert.Equal([5, 0, 5], Fill([0, 5, 0], [false, true, false], 4));

    [Fact]
    public void The_line_is_the_best_guess_for_overlapping_scores()
    {
        // Sums of 10 unit draws: between neighbours at distances 3 and 4 the line misses 2·3·4 / (7·10) of the variance.
        double missed = 0, total = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            double[] x = Made.Overlapping(200, 1, 10, seed)[0];
            for (int t = 3; t + 4 < 200; t += 10)
            {
                double guess = x[t - 3] + 3 / 7.0 * (x[t + 4] - x[t - 3]);
                missed += (x[t] - guess) * (x[t] - guess);
                total += x[t] * x[t];
            }
        }
        Assert.Equal(24 / 70.0, missed / total, 0.02);
    }

    private static double[] Fill(double[] residuals, bool[] observed, int window) => OverlapResidual.Fill(observed, t => residuals[t], window);

    private static IEnumerable<bool> Known(int count, params int[] known) => Enumerable.Range(0, count).Select(known.Contains);
}
