using System.Collections.Immutable;
using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.RiskBudget;

public sealed class RiskParityTests
{
    [Fact]
    public void Two_assets_share_the_risk_in_inverse_proportion_to_their_deviations()
    {
        // Whatever the correlation: w₁s₁ = w₂s₂.
        RiskBudgetOutcome.Solved solved = Solve([0.04, 0.009, 0.009, 0.01]);

        AssertWeights(solved, 1 / 3.0, 2 / 3.0);
        AssertNumbers(solved.Contributions, 0.5, 0.5);
    }

    [Fact]
    public void Uncorrelated_assets_follow_the_roots_of_their_budgets()
    {
        // w_i² s_i² ∝ b_i: √(0.8)/0.2 : √(0.2)/0.1 = 2/0.2 : 1/0.1 = 1 : 1.
        RiskBudgetOutcome.Solved solved = Solve([0.04, 0, 0, 0.01], budgets: [4, 1]);

        AssertWeights(solved, 0.5, 0.5);
        AssertNumbers(solved.Contributions, 0.8, 0.2);
    }

    [Fact]
    public void Equal_correlations_give_inverse_volatility()
    {
        double[] s = [0.1, 0.2, 0.4];
        double[] covariance = [.. from i in Enumerable.Range(0, 3) from j in Enumerable.Range(0, 3) select (i == j ? 1 : 0.3) * s[i] * s[j]];

        AssertWeights(Solve(covariance), 4 / 7.0, 2 / 7.0, 1 / 7.0);
    }

    [Fact]
    public void A_cap_leaves_the_others_in_proportion_to_their_budgets()
    {
        // Uncorrelated, deviations 1, 2, 4: without a cap 4/7, 2/7, 1/7. With at most 0.4 in the first, w₂·2 = w₃·4 and w₂ + w₃ = 0.6.
        RiskBudgetOutcome.Solved solved = Solve([1, 0, 0, 0, 4, 0, 0, 0, 16], Bounds.LongOnly(3, 0.4));

        AssertWeights(solved, 0.4, 0.4, 0.2);
        Assert.True(solved.Contributions[0] < solved.Contributions[1]);
    }

    [Fact]
    public void Capped_assets_of_one_kind_leave_a_smaller_share_to_each()
    {
        // 0.3 in the first; w₂·2 = w₃·4 and w₂ + w₃ = 0.7.
        RiskBudgetOutcome.Solved solved = Solve([1, 0, 0, 0, 4, 0, 0, 0, 16], new Bounds([0, 0, 0], [0.3, 1, 1]));

        AssertWeights(solved, 0.3, 0.7 * 2 / 3, 0.7 / 3);
        Assert.Equal(solved.Contributions[1], solved.Contributions[2], 1e-13);
    }

    [Fact]
    public void A_floor_holds_an_asset_above_its_budget()
    {
        RiskBudgetOutcome.Solved solved = Solve([1, 0, 0, 0, 4, 0, 0, 0, 16], new Bounds([0, 0, 0.4], [1, 1, 1]));

        AssertWeights(solved, 0.4, 0.2, 0.4);
        Assert.True(solved.Contributions[2] > 1 / 3.0);
    }

    [Fact]
    public void A_cap_of_zero_leaves_an_asset_out()
    {
        RiskBudgetOutcome.Solved solved = Solve([0.04, 0, 0, 0, 0, 0, 0, 0, 0.01], new Bounds([0, 0, 0], [1, 0, 1]));

        AssertWeights(solved, 1 / 3.0, 0, 2 / 3.0);
    }

    [Fact]
    public void Exact_copies_share_equally()
    {
        RiskBudgetOutcome.Solved solved = Solve([0.04, 0.04, 0, 0.04, 0.04, 0, 0, 0, 0.04]);

        Assert.Equal(solved.Portfolio.Weights[0], solved.Portfolio.Weights[1], 1e-13);
        AssertNumbers(solved.Contributions, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    [Fact]
    public void One_asset_takes_all() => AssertWeights(Solve([0.04]), 1);

    [Fact]
    public void Caps_that_just_fit_are_the_answer() => AssertWeights(Solve([0.04, 0.01, 0.01, 0.09], Bounds.LongOnly(2, 0.5)), 0.5, 0.5);

    [Fact]
    public void The_means_give_the_return_and_nothing_else()
    {
        Moments moments = new([0.03, 0.06], [0.04, 0, 0, 0.01]);

        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(RiskParity.Solve(moments, Bounds.LongOnly(2)));

        Assert.Equal(0.05, solved.Portfolio.Return, 1e-15);
        Assert.Equal(Math.Sqrt(0.04 / 9 + 0.04 / 9), solved.Portfolio.Risk, 1e-15);
    }

    [Fact]
    public void An_asset_without_variance_is_named()
    {
        RiskBudgetOutcome outcome = RiskParity.Solve(new Moments([0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 1]), Bounds.LongOnly(3));

        RiskBudgetOutcome.NoVariance refusal = Assert.IsType<RiskBudgetOutcome.NoVariance>(outcome);
        Assert.Equal(1, refusal.Asset);
        Assert.Contains("Asset 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mixture_without_risk_leaves_nothing_to_share() =>
        Assert.IsType<RiskBudgetOutcome.NoRisk>(RiskParity.Solve(new Moments([0, 0], [1, -1, -1, 1]), Bounds.LongOnly(2)));

    [Fact]
    public void Nothing_but_zeros_names_the_first_asset() =>
        Assert.Equal(0, Assert.IsType<RiskBudgetOutcome.NoVariance>(RiskParity.Solve(new Moments([0, 0], new double[4]), Bounds.LongOnly(2))).Asset);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Budgets_are_above_zero(double budget)
    {
        RiskBudgetOutcome outcome = RiskParity.Solve(new Moments([0, 0], [1, 0, 0, 1]), Bounds.LongOnly(2), [1, budget]);

        Assert.Equal("budget", Assert.IsType<RiskBudgetOutcome.Infeasible>(outcome).Constraint);
    }

    [Fact]
    public void Caps_too_small_are_named_with_the_smallest_that_would_do()
    {
        RiskBudgetOutcome outcome = RiskParity.Solve(new Moments([0, 0], [1, 0, 0, 1]), Bounds.LongOnly(2, 0.4));

        RiskBudgetOutcome.Infeasible refusal = Assert.IsType<RiskBudgetOutcome.Infeasible>(outcome);
        Assert.Equal("cap", refusal.Constraint);
        Assert.Contains("0.5", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_numbers_of_bounds_or_budgets_are_bugs()
    {
        Moments moments = new([0, 0], [1, 0, 0, 1]);
        Assert.Throws<ArgumentException>(() => RiskParity.Solve(moments, Bounds.LongOnly(3)));
        Assert.Throws<ArgumentException>(() => RiskParity.Solve(moments, Bounds.LongOnly(2), [1]));
    }

    private static RiskBudgetOutcome.Solved Solve(double[] covariance, Bounds? bounds = null, double[]? budgets = null)
    {
        int n = (int)Math.Sqrt(covariance.Length);
        RiskBudgetOutcome outcome = RiskParity.Solve(new Moments(new double[n], covariance), bounds ?? Bounds.LongOnly(n), budgets);
        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(outcome);
        Assert.InRange(solved.Residual, 0, 1e-12);
        return solved;
    }

    private static void AssertWeights(RiskBudgetOutcome.Solved solved, params double[] weights) => AssertNumbers(solved.Portfolio.Weights, weights);

    private static void AssertNumbers(ImmutableArray<double> actual, params double[] expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-12);
    }
}
