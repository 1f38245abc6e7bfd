using System.Text.Json;
using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.RiskBudget;

public sealed class RiskParityReferenceTests
{
    [Theory]
    [InlineData("real22")]
    [InlineData("real23")]
    [InlineData("real32")]
    [InlineData("synth50")]
    [InlineData("synth200")]
    [InlineData("synth500")]
    [InlineData("synth1000")]
    public void Equal_risk_contributions_are_those_of_the_reference(string set)
    {
        JsonElement answer = ReferenceSets.Answers("risk_parity").GetProperty(set);
        Moments moments = SampleMoments.Of(ReferenceSets.Scenarios(set));

        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(RiskParity.Solve(moments, Bounds.LongOnly(moments.Count)));

        Assert.InRange(solved.Residual, 0, 1e-12);
        Assert.All(solved.Contributions, part => Assert.InRange(moments.Count * part - 1, -1e-12, 1e-12));
        double[] weights = answer.Numbers("w");
        for (int i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i], solved.Portfolio.Weights[i], 1e-10);
        Assert.Equal(answer.GetProperty("sd").GetDouble(), solved.Portfolio.Risk, 1e-12);
        Assert.Equal(answer.GetProperty("ret").GetDouble(), solved.Portfolio.Return, 1e-12);
    }

    [Theory]
    [InlineData("real22")]
    [InlineData("synth50")]
    public void Inverse_volatility_is_that_of_the_reference(string set)
    {
        double[] weights = ReferenceSets.Answers("risk_parity").GetProperty(set).Numbers("inverse_vol_w");
        Moments moments = SampleMoments.Of(ReferenceSets.Scenarios(set));

        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(InverseVolatility.Solve(moments, Bounds.LongOnly(moments.Count)));

        for (int i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i], solved.Portfolio.Weights[i], 1e-13);
    }

    [Theory]
    [InlineData("real22", 0.1)]
    [InlineData("real23", 0.06)]
    [InlineData("real32", 0.05)]
    [InlineData("synth50", 0.021)]
    public void Within_caps_the_free_models_contribute_equally_and_the_capped_ones_less(string set, double cap)
    {
        Moments moments = SampleMoments.Of(ReferenceSets.Scenarios(set));

        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(RiskParity.Solve(moments, Bounds.LongOnly(moments.Count, cap)));

        Assert.InRange(solved.Residual, 0, 1e-12);
        Assert.Equal(1, solved.Portfolio.Weights.Sum(), 1e-13);
        int[] capped = [.. Enumerable.Range(0, moments.Count).Where(i => solved.Portfolio.Weights[i] >= cap)];
        int[] free = [.. Enumerable.Range(0, moments.Count).Except(capped)];
        Assert.NotEmpty(capped);
        double each = free.Average(i => solved.Contributions[i]);
        Assert.All(free, i => Assert.InRange(solved.Contributions[i] / each - 1, -1e-11, 1e-11));
        Assert.All(capped, i => Assert.True(solved.Contributions[i] < each * (1 + 1e-11)));
        Assert.All(solved.Portfolio.Weights, w => Assert.InRange(w, 0, cap));
    }
}
