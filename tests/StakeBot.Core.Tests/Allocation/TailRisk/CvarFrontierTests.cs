using StakeBot.Core.Allocation;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

public sealed class CvarFrontierTests
{
    [Fact]
    public void The_greatest_loss_of_two_models_has_a_kink_where_two_scenarios_are_equally_bad()
    {
        // At 75 % of four scenarios the tail is the worst one: losses 4w, 2 − 4w, −2, … with w in the first model. They meet at w = ¼.
        Frontier frontier = Trace([-4, 0, 2, -2, 2, 2, 6, 2], 2, 0.75);

        Assert.Equal(2, frontier.Corners.Length);
        frontier.MinRisk.Is(0.75, 1, 0.25, 0.75);
        frontier.MaxReturn.Is(1.5, 4, 1, 0);
        Assert.Same(frontier.MinRisk, frontier.MaxRatio);
    }

    [Fact]
    public void Expected_returns_can_be_others_than_the_means_of_the_scenarios()
    {
        // The losses of the test above; now the second model is expected to earn more, so the frontier leaves the kink the other way.
        FrontierOutcome outcome = CvarFrontier.Trace(new ScenarioSet(2, [-4, 0, 2, -2, 2, 2, 6, 2]), Bounds.LongOnly(2), 0.75, [0, 1]);

        Frontier frontier = Assert.IsType<FrontierOutcome.Solved>(outcome).Frontier;
        Assert.Equal(2, frontier.Corners.Length);
        frontier.MinRisk.Is(0.75, 1, 0.25, 0.75);
        frontier.MaxReturn.Is(1, 2, 0, 1);
        Assert.True(frontier.Certificate.Holds);
    }

    [Fact]
    public void The_last_scenario_of_the_tail_counts_in_part()
    {
        // 70 % of five leaves 1.5 scenarios: (L₁ + ½ L₂) / 1.5. Losses with w in the first model: 3w, 2 − 2w, 0, −w, −2w.
        // L₁ = L₂ at w = 0.4; right of it (3w + 1 − w) / 1.5 rises, left of it (2 − 2w + 1.5w) / 1.5 falls.
        Frontier frontier = Trace([-3, 0, 0, -2, 0, 0, 1, 0, 7, 5], 2, 0.7);

        Assert.Equal(2, frontier.Corners.Length);
        frontier.MinRisk.Is(0.76, 1.2, 0.4, 0.6);
        frontier.MaxReturn.Is(1, 2, 1, 0);
    }

    [Fact]
    public void Where_the_least_risk_is_not_unique_the_frontier_starts_at_its_greatest_return()
    {
        // Both models lose 1 in the worst scenario: every mixture has the same tail, only the second has a return.
        Frontier frontier = Trace([-1, -1, 0, 1, 0, 1, 0, 1], 2, 0.75);

        CornerPortfolio only = Assert.Single(frontier.Corners);
        only.Is(0.5, 1, 0, 1);
    }

    [Fact]
    public void Of_equal_returns_the_least_risk_is_the_answer()
    {
        Frontier frontier = Trace([-4, 2, 2, -4, 4, 4], 2, 0.5);

        CornerPortfolio only = Assert.Single(frontier.Corners);
        only.Is(2 / 3.0, 1, 0.5, 0.5);
    }

    [Fact]
    public void A_tail_that_gains_has_no_return_per_risk()
    {
        Frontier frontier = Trace([1, 3, 4, 2, 4, 3], 2, 0.9);

        Assert.True(frontier.MinRisk.Risk < 0);
        Assert.Null(frontier.MaxRatio);
    }

    [Fact]
    public void Losses_on_average_have_no_return_per_risk() =>
        Assert.Null(Trace([-4, -3, 2, 1, -1, -2, 0, 1], 2, 0.75).MaxRatio);

    [Fact]
    public void A_constant_column_is_a_place_without_risk()
    {
        Frontier frontier = Trace([0, -4, 0, 2, 0, 6, 0, 4], 2, 0.75);

        frontier.MinRisk.Is(0, 0, 1, 0);
        frontier.MaxReturn.Is(2, 4, 0, 1);
        Assert.Null(frontier.MaxRatio);
    }

    [Fact]
    public void An_exact_copy_changes_neither_return_nor_risk()
    {
        double[] alone = [-4, 0, 2, -2, 2, 2, 6, 2];
        double[] copied = [-4, 0, -4, 2, -2, 2, 2, 2, 2, 6, 2, 6];

        Frontier one = Trace(alone, 2, 0.75), two = Trace(copied, 3, 0.75);

        Assert.Equal(one.Corners.Select(c => (c.Return, c.Risk)), two.Corners.Select(c => (c.Return, c.Risk)));
    }

    [Fact]
    public void A_cap_binds_and_a_copy_takes_what_is_left()
    {
        Frontier frontier = CvarFrontier.Trace(new ScenarioSet(3, [-4, 0, -4, 2, -2, 2, 2, 2, 2, 6, 2, 6]), Bounds.LongOnly(3, 0.4), 0.75).Solved();

        frontier.MaxReturn.Is(1.3, 3.2);
    }

    [Fact]
    public void One_model_is_its_own_frontier()
    {
        CornerPortfolio only = Assert.Single(Trace([-4, 2, 3, 3], 1, 0.75).Corners);

        only.Is(1, 4, 1);
    }

    [Fact]
    public void Fewer_scenarios_than_models_are_enough()
    {
        Frontier frontier = Trace([0.1, -0.2, 0.3, -0.1, 0.2, -0.1], 3, 0.95);

        // Losses with w₂ in the second and w₃ in the third: both scenarios equally bad is best.
        Assert.Equal(frontier.RiskOf(frontier.MinRisk.Weights.AsSpan()), frontier.MinRisk.Risk, 1e-15);
        frontier.MaxReturn.Is(0.1, 0.1, 0, 0, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(49)]
    public void Caps_that_just_fit_leave_one_portfolio(int models)
    {
        double[] returns = [.. Enumerable.Range(0, 4 * models).Select(i => Math.Sin(i))];

        Frontier frontier = CvarFrontier.Trace(new ScenarioSet(models, returns), Bounds.LongOnly(models, 1.0 / models), 0.75).Solved();

        Assert.All(Assert.Single(frontier.Corners).Weights, w => Assert.Equal(1.0 / models, w, 1e-15));
    }

    [Fact]
    public void At_level_zero_risk_is_the_mean_loss()
    {
        CornerPortfolio only = Assert.Single(Trace([-4, 0, 2, -2, 2, 2, 6, 2], 2, 0).Corners);

        only.Is(1.5, -1.5, 1, 0);
    }

    [Fact]
    public void Caps_too_small_are_named_with_the_smallest_that_would_do()
    {
        FrontierOutcome outcome = CvarFrontier.Trace(new ScenarioSet(4, new double[8]), Bounds.LongOnly(4, 0.2), 0.9);

        FrontierOutcome.Infeasible refusal = Assert.IsType<FrontierOutcome.Infeasible>(outcome);
        Assert.Equal("cap", refusal.Constraint);
        Assert.Contains("0.25", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Floors_too_great_are_named()
    {
        FrontierOutcome outcome = CvarFrontier.Trace(new ScenarioSet(2, new double[4]), new Bounds([0.6, 0.6], [1, 1]), 0.9);

        Assert.Equal("floor", Assert.IsType<FrontierOutcome.Infeasible>(outcome).Constraint);
    }

    [Fact]
    public void Floors_and_caps_are_kept()
    {
        Frontier frontier = CvarFrontier.Trace(new ScenarioSet(2, [-4, 0, 2, -2, 2, 2, 6, 2]), new Bounds([0.3, 0.2], [0.7, 1]), 0.75).Solved();

        frontier.MinRisk.Is(0.8, 1.2, 0.3, 0.7);
        frontier.MaxReturn.Is(1.2, 2.8, 0.7, 0.3);
    }

    [Fact]
    public void No_scenarios_say_nothing() =>
        Assert.Equal(new FrontierOutcome.TooFewRounds(0, 1), CvarFrontier.Trace(new ScenarioSet(2, []), Bounds.LongOnly(2), 0.95));

    [Fact]
    public void Bounds_for_other_models_are_a_bug() =>
        Assert.Throws<ArgumentException>(() => CvarFrontier.Trace(new ScenarioSet(2, [1, 2]), Bounds.LongOnly(3), 0.95));

    [Fact]
    public void The_unit_of_the_returns_does_not_matter()
    {
        double[] returns = [.. Enumerable.Range(0, 120).Select(i => Math.Sin(i * i))];

        Frontier one = Trace(returns, 4, 0.9), percent = Trace([.. returns.Select(r => r * 4096)], 4, 0.9);

        Assert.Equal(one.Corners.Select(c => c.Risk * 4096), percent.Corners.Select(c => c.Risk));
    }

    [Fact]
    public void Sixty_rounds_at_95_percent_are_three_tail_rounds() =>
        Assert.True(Cvar.TailOutcomes(60, 0.95) < Cvar.FewTailOutcomes);

    private static Frontier Trace(double[] returns, int models, double level) =>
        CvarFrontier.Trace(new ScenarioSet(models, returns), Bounds.LongOnly(models), level).Solved();
}
