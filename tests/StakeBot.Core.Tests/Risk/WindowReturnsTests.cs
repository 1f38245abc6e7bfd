using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk;

public sealed class WindowReturnsTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void A_window_is_the_sum_of_its_rounds()
    {
        WindowReturns windows = WindowReturns.Of(Made.Returns([1, 2, 3, 4]), Made.Windows(1, 3));

        Assert.Equal([6, 9], windows.OfModel(0));
        Assert.Equal(new RoundNumber(102), windows.FirstEnd);
    }

    [Fact]
    public void In_the_atomic_regime_each_round_has_its_part() =>
        Assert.Equal([2, 3], WindowReturns.Of(Made.Returns([1, 2, 3, 4]), Made.Windows(1, 3, StakingRegime.Atomic)).OfModel(0));

    [Fact]
    public void Windows_of_different_lengths_stand_in_one_row_when_they_end_together()
    {
        WindowReturns windows = WindowReturns.Of(
            Made.Returns([1, 2, 3, 4], [1, 2, 3, 4]), [new RoundWindow(1, StakingRegime.Legacy), new RoundWindow(3, StakingRegime.Legacy)]);

        Assert.Equal([3, 6], windows.Row(0).ToArray());
        Assert.Equal([4, 9], windows.Row(1).ToArray());
    }

    [Fact]
    public void One_missing_round_of_five_counts_like_the_others_and_two_are_too_many()
    {
        WindowReturns windows = WindowReturns.Of(Made.Returns([1, Gap, 1, 1, 3, Gap, 1, 2]), Made.Windows(1, 5));

        Assert.Equal([7.5, Gap, 7.5, 8.75], Enumerable.Range(0, 4).Select(t => windows[t, 0]));
        Assert.Equal([7.5, 7.5, 8.75], windows.OfModel(0));
    }

    [Fact]
    public void Rounds_without_a_result_leave_exactly_nothing()
    {
        // A running sum would leave 0.1 + 0.2 − 0.1 − 0.2 = 2.8e−17, and with other signs a burn that never was.
        double[] windows = WindowReturns.Of(Made.Returns([-0.1, -0.2, -0.7, 0, 0, 0, 0]), Made.Windows(1, 3)).OfModel(0);
        Assert.Equal([0, 0], windows[^2..]);
    }

    [Fact]
    public void A_portfolio_has_the_windows_in_which_all_that_it_holds_have_one()
    {
        WindowReturns windows = WindowReturns.Of(Made.Returns([1, 2, 3, 4], [Gap, Gap, 5, 6], [Gap, Gap, Gap, 8]), Made.Windows(3, 1));

        Assert.Equal([0.5, 1, 1.5, 2], windows.OfPortfolio([0.5, 0, 0]));
        Assert.Equal([4, 5], windows.OfPortfolio([0.5, 0.5, 0]));
        Assert.Equal([4, 6, 8], windows.Complete());
        Assert.Equal([0, 0, 0, 0], windows.OfPortfolio([0, 0, 0]));
    }

    [Fact]
    public void Too_few_rounds_hold_no_window() => Assert.Equal(0, WindowReturns.Of(Made.Returns([1, 2]), Made.Windows(1, 3)).Count);

    [Fact]
    public void A_window_for_each_model_is_needed() =>
        Assert.Throws<ArgumentException>(() => WindowReturns.Of(Made.Returns([1, 2]), Made.Windows(2, 1)));
}
