using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.RiskBudget;

public sealed class SimpleWeightsTests
{
    private static readonly Moments Three = new([0.01, 0.02, 0.03], [1, 0, 0, 0, 4, 0, 0, 0, 16]);

    [Fact]
    public void Equal_weights_are_equal() => AssertWeights(EqualWeights.Solve(Three, Bounds.LongOnly(3)), 1 / 3.0, 1 / 3.0, 1 / 3.0);

    [Fact]
    public void Equal_weights_keep_floors_and_caps_and_share_the_rest_equally()
    {
        AssertWeights(EqualWeights.Solve(Three, new Bounds([0, 0, 0.5], [0.1, 1, 1])), 0.1, 0.4, 0.5);
        AssertWeights(EqualWeights.Solve(Three, new Bounds([0.6, 0, 0], [1, 1, 1])), 0.6, 0.2, 0.2);
    }

    [Fact]
    public void Inverse_volatility_halves_the_weight_at_twice_the_deviation() =>
        AssertWeights(InverseVolatility.Solve(Three, Bounds.LongOnly(3)), 4 / 7.0, 2 / 7.0, 1 / 7.0);

    [Fact]
    public void Inverse_volatility_keeps_caps_and_the_others_proportions() =>
        AssertWeights(InverseVolatility.Solve(Three, new Bounds([0, 0, 0], [0.4, 1, 1])), 0.4, 0.4, 0.2);

    [Fact]
    public void Inverse_volatility_names_an_asset_without_variance()
    {
        RiskBudgetOutcome outcome = InverseVolatility.Solve(new Moments([0, 0], [1, 0, 0, 0]), Bounds.LongOnly(2));

        Assert.Equal(1, Assert.IsType<RiskBudgetOutcome.NoVariance>(outcome).Asset);
    }

    [Fact]
    public void Equal_weights_do_not_need_variance()
    {
        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(EqualWeights.Solve(new Moments([0, 0], new double[4]), Bounds.LongOnly(2)));

        Assert.Equal(0, solved.Portfolio.Risk);
        Assert.All(solved.Contributions, part => Assert.Equal(0, part));
    }

    [Fact]
    public void Infeasible_bounds_are_named()
    {
        Assert.Equal("cap", Assert.IsType<RiskBudgetOutcome.Infeasible>(EqualWeights.Solve(Three, Bounds.LongOnly(3, 0.3))).Constraint);
        Assert.Equal("floor", Assert.IsType<RiskBudgetOutcome.Infeasible>(InverseVolatility.Solve(Three, new Bounds([0.4, 0.4, 0.4], [1, 1, 1]))).Constraint);
    }

    private static void AssertWeights(RiskBudgetOutcome outcome, params double[] weights)
    {
        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(outcome);
        for (int i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i], solved.Portfolio.Weights[i], 1e-14);
    }
}
