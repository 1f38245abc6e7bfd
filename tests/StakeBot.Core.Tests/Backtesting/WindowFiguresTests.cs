using StakeBot.Core.Backtesting;

namespace StakeBot.Core.Tests.Backtesting;

public sealed class WindowFiguresTests
{
    [Fact]
    public void Windows_of_one_round_have_the_sample_mean_and_deviation()
    {
        WindowFigures figures = WindowFigures.Of([0.02, -0.01, 0.04, 0.01], rounds: 1);

        Assert.Equal(0.015, figures.Mean, 1e-15);
        Assert.Equal(Math.Sqrt((0.005 * 0.005 + 0.025 * 0.025 + 0.025 * 0.025 + 0.005 * 0.005) / 3), figures.Deviation, 1e-15);
        Assert.Equal(figures.Deviation / 2, figures.MeanError, 1e-15);
        Assert.Equal(figures.Mean / figures.Deviation, figures.Sharpe!.Value, 1e-15);
        Assert.Equal(4, figures.Windows);
        Assert.Equal(Math.Sqrt((1 + figures.Sharpe.Value * figures.Sharpe.Value / 2) / 4), figures.SharpeError!.Value, 1e-15);
    }

    [Fact]
    public void Rounds_that_repeat_one_another_are_worth_less()
    {
        double[] once = [.. Enumerable.Range(0, 120).Select(t => Math.Sin(17.0 * t))];
        double[] eachFourTimes = [.. Enumerable.Range(0, 480).Select(t => once[t / 4])];

        double alone = WindowFigures.Of(once, 4).Effective;
        double repeated = WindowFigures.Of(eachFourTimes, 4).Effective;

        Assert.InRange(repeated, 0.5 * alone, 2 * alone);
        Assert.True(repeated < 240);
    }

    [Fact]
    public void What_does_not_move_has_no_ratio()
    {
        WindowFigures figures = WindowFigures.Of(new double[30], 4);

        Assert.Equal((0.0, 0.0, (double?)null, (double?)null), (figures.Mean, figures.Deviation, figures.Sharpe, figures.SharpeError));
    }
}
