using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class LateStarterTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void One_long_history_by_hand()
    {
        // x in its own deviations: mean 2.5, variance 1.25. Common rounds 3, 4 with y 1, 3 and worth 2: c_xx = 0.25/1.25 = 0.2, c_xy = 0.5/√1.25,
        // β = 2·0.4472/(2·0.2 + 1) = 0.6389 per standard deviation, 0.5714 per unit.
        LateStarter fit = LateStarter.Fit([[1, 2, 3, 4]], [Gap, Gap, 1, 3], worth: 1);

        double slope = 4.0 / 7;
        Assert.Equal([2 - 2.5 * slope, 2 - 1.5 * slope, 2 - 0.5 * slope, 2 + 0.5 * slope], fit.Fitted, (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(1 - Math.Pow(1 - 0.5 * slope, 2), fit.Explained, 1e-12);
    }

    [Fact]
    public void Much_history_gives_the_regression_of_least_squares()
    {
        double[] x = Made.Overlapping(4000, 1, 1, seed: 9)[0], noise = Made.Overlapping(4000, 1, 1, seed: 10)[0];
        double[] y = [.. x.Select((v, t) => t < 100 ? Gap : 0.3 + 0.8 * v + 0.2 * noise[t])];
        LateStarter fit = LateStarter.Fit([x], y, worth: 1);
        for (int t = 0; t < 100; t++)
            Assert.Equal(0.3 + 0.8 * x[t], fit.Fitted[t], 0.03);
    }

    [Fact]
    public void More_long_histories_than_rounds_do_not_explode()
    {
        double[][] longer = Made.Overlapping(300, 40, 24, seed: 11);
        double[] y = [.. Made.Overlapping(300, 1, 24, seed: 12)[0].Select((v, t) => t < 260 ? Gap : v)];

        LateStarter fit = LateStarter.Fit(longer, y, worth: 1 / 16.0);

        double spread = y.Where(v => !double.IsNaN(v)).Max(Math.Abs);
        Assert.All(fit.Fitted, v => Assert.InRange(v, -4 * spread, 4 * spread));
        Assert.InRange(fit.Explained, 0, 0.8);
    }

    [Fact]
    public void What_does_not_move_tells_nothing()
    {
        Assert.All(LateStarter.Fit([[1, 1, 1]], [Gap, 2, 4], 1).Fitted, v => Assert.Equal(3, v));
        Assert.Equal(0, LateStarter.Fit([[1, 2, 3]], [Gap, 2, 2], 1).Explained);
    }
}
