using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

public sealed class DrawdownFrontierTests
{
    [Fact]
    public void Two_models_that_fall_one_after_the_other_share_the_fall()
    {
        // With w in the first model the path is 0, w, 2 − 3w, 4w: it falls by 4w − 2 after round 1 and by 2 − 7w after round 2, where these are positive.
        // So there is no drawdown between w = 2/7 and ½, and ½ has the greatest return of them.
        Frontier frontier = MaxDrawdown([1, 0, -2, 2, 5, -2]);

        Assert.Equal(2, frontier.Corners.Length);
        frontier.MinRisk.Is(2 / 3.0, 0, 0.5, 0.5);
        frontier.MaxReturn.Is(4 / 3.0, 2, 1, 0);
        Assert.Null(frontier.MaxRatio);
    }

    [Fact]
    public void A_fall_from_the_start_counts()
    {
        // Each loses at once: 3w and 1 − w, then earns.
        Frontier frontier = MaxDrawdown([-3, -1, 9, 3]);

        frontier.MinRisk.Is(1, 1, 0, 1);
        frontier.MaxReturn.Is(3, 3, 1, 0);
        Assert.Equal(2, frontier.Corners.Length);
    }

    [Fact]
    public void A_fall_over_several_rounds_adds_up()
    {
        // The first falls by 3 in two rounds, the second by 2 in one, at another time: equal at 3w = 2(1 − w).
        Frontier frontier = MaxDrawdown([2, 0, -1, 0, -2, 0, 4, 1, 0, -2, 3, 3]);

        frontier.MinRisk.Is((0.4 * 6 + 0.6 * 2) / 6, 1.2, 0.4, 0.6);
        frontier.MaxReturn.Is(1, 3, 1, 0);
    }

    [Fact]
    public void The_mean_of_the_worst_drawdowns_counts_the_last_in_part()
    {
        // One model: drawdowns 0, 2, 3, 1, 2, 0, 3, 2; the worst 3.2 of 8 are 3, 3, 2 and a fifth of 2.
        Frontier frontier = DrawdownFrontier.Trace(new ScenarioSet(1, [1, -2, -1, 2, -1, 5, -3, 1]), Bounds.LongOnly(1), RiskMeasure.Cdar, 0.6).Solved();

        Assert.Single(frontier.Corners).Is(0.25, 8.4 / 3.2, 1);
    }

    [Fact]
    public void The_mean_of_all_drawdowns_is_the_average_drawdown()
    {
        // With w in the first model: d₁ = 4w, d₂ = d₁ − 2w + 2(1 − w) = 2, d₃ = (2 − 9w)⁺. Their sum 4w + 2 + (2 − 9w)⁺ is least at w = 2/9.
        Frontier frontier = DrawdownFrontier.Trace(new ScenarioSet(2, [-4, 0, 2, -2, 9, 0]), Bounds.LongOnly(2), RiskMeasure.Cdar, 0).Solved();

        frontier.MinRisk.Is(0, (8 / 9.0 + 2) / 3, 2 / 9.0, 7 / 9.0);
        frontier.MaxReturn.Is(7 / 3.0, 2, 1, 0);
    }

    [Fact]
    public void A_model_that_never_falls_has_no_drawdown_and_no_return_per_drawdown()
    {
        Frontier frontier = MaxDrawdown([1, -3, 0, 8, 1, 4]);

        // x₁ = 1 − 4w stays at 0 up to w = ¼.
        frontier.MinRisk.Is((0.75 * 2 + 0.25 * 9) / 3, 0, 0.75, 0.25);
        frontier.MaxReturn.Is(3, 3, 0, 1);
        Assert.Null(frontier.MaxRatio);
    }

    [Fact]
    public void Idle_rounds_change_nothing()
    {
        Frontier one = MaxDrawdown([2, 0, -1, 0, -2, 0, 4, 1, 0, -2, 3, 3]);
        Frontier two = MaxDrawdown([0, 0, 2, 0, 0, 0, -1, 0, -2, 0, 0, 0, 4, 1, 0, -2, 0, 0, 3, 3, 0, 0]);

        Assert.Equal(one.Corners.Select(c => c.Risk), two.Corners.Select(c => c.Risk));
    }

    [Fact]
    public void Expected_returns_of_ones_own_lead_elsewhere()
    {
        ScenarioSet scenarios = new(2, [-3, -1, 9, 3]);

        Frontier frontier = DrawdownFrontier.Trace(scenarios, Bounds.LongOnly(2), RiskMeasure.MaxDrawdown, expected: [0.1, 0.2]).Solved();

        Assert.Single(frontier.Corners).Is(0.2, 1, 0, 1);
    }

    [Fact]
    public void One_scenario_is_enough()
    {
        Assert.Single(MaxDrawdown([-3, -1]).Corners).Is(-1, 1, 0, 1);
        Assert.Single(MaxDrawdown([3, 1]).Corners).Is(3, 0, 1, 0);
    }

    [Fact]
    public void Caps_that_just_fit_leave_one_portfolio()
    {
        Frontier frontier = DrawdownFrontier.Trace(new ScenarioSet(2, [-3, -1, 9, 3]), Bounds.LongOnly(2, 0.5), RiskMeasure.MaxDrawdown).Solved();

        Assert.Single(frontier.Corners).Is(2, 2, 0.5, 0.5);
    }

    [Fact]
    public void Refusals_are_those_of_the_other_measures()
    {
        FrontierOutcome outcome = DrawdownFrontier.Trace(new ScenarioSet(2, [1, 1]), Bounds.LongOnly(2, 0.4), RiskMeasure.MaxDrawdown);

        Assert.Equal("cap", Assert.IsType<FrontierOutcome.Infeasible>(outcome).Constraint);
        Assert.IsType<FrontierOutcome.TooFewRounds>(DrawdownFrontier.Trace(new ScenarioSet(2, []), Bounds.LongOnly(2), RiskMeasure.Cdar));
        Assert.Throws<ArgumentException>(() => DrawdownFrontier.Trace(new ScenarioSet(2, [1, 1]), Bounds.LongOnly(2), RiskMeasure.Cvar));
        Assert.Throws<ArgumentException>(() => DrawdownFrontier.Trace(new ScenarioSet(2, [1, 1]), Bounds.LongOnly(2), RiskMeasure.Cdar, expected: [1, double.NaN]));
    }

    private static Frontier MaxDrawdown(double[] returns) =>
        DrawdownFrontier.Trace(new ScenarioSet(2, returns), Bounds.LongOnly(2), RiskMeasure.MaxDrawdown).Solved();
}
