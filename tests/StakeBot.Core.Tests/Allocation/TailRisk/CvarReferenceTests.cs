using System.Globalization;
using System.Text.Json;
using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

public sealed class CvarReferenceTests
{
    [Theory]
    [InlineData("real22", 1, "1")]
    [InlineData("real22", 0.35, "0.35")]
    [InlineData("real23", 1, "1")]
    [InlineData("real32", 1, "1")]
    [InlineData("synth50", 1, "1")]
    [InlineData("synth50", 0.35, "0.35")]
    [InlineData("synth50", 0.05, "0.05")]
    [InlineData("synth200", 1, "1")]
    [InlineData("synth200", 0.02, "0.02")]
    public void The_frontier_is_that_of_the_linear_programs(string set, double cap, string capInName)
    {
        JsonElement answers = ReferenceSets.Answers($"lp_{set}_cap{capInName}");
        ScenarioSet scenarios = ReferenceSets.Scenarios(set);
        JsonElement cvar = answers.GetProperty("cvar");

        Frontier frontier = CvarFrontier.Trace(scenarios, Bounds.LongOnly(scenarios.Assets, cap), answers.GetProperty("beta").GetDouble()).Solved();

        JsonElement least = cvar.GetProperty("min");
        Frontiers.RiskIs(least.GetProperty("risk").GetDouble(), frontier.MinRisk.Risk);
        Assert.Equal(least.GetProperty("ret").GetDouble(), frontier.MinRisk.Return, 1e-9 * Math.Abs(frontier.MinRisk.Return));
        JsonElement grid = cvar.GetProperty("frontier");
        Assert.Equal(25, grid.Numbers("target").Length);
        AssertOn(frontier, grid.Numbers("target"), grid.Numbers("risk"));
        JsonElement breakpoints = cvar.GetProperty("breakpoints");
        AssertOn(frontier, breakpoints.Numbers("ret"), breakpoints.Numbers("cvar"));
    }

    [Theory]
    [InlineData("real_dupbest:1")]
    [InlineData("real_dupbest:0.35")]
    [InlineData("real32:1")]
    [InlineData("real_T30:1")]
    [InlineData("real_T30:0.05")]
    [InlineData("real_const:1")]
    [InlineData("real_eqmean:1")]
    [InlineData("real_tie:1")]
    [InlineData("real_neg:1")]
    public void Degenerate_data_have_the_true_least_risk(string name)
    {
        string[] parts = name.Split(':');
        double truth = ReferenceSets.Answers("degenerate_truth").GetProperty(name).GetProperty("min_cvar").GetDouble();
        ScenarioSet scenarios = ReferenceSets.Scenarios(parts[0]);
        double cap = double.Parse(parts[1], CultureInfo.InvariantCulture);

        Frontier frontier = CvarFrontier.Trace(scenarios, Bounds.LongOnly(scenarios.Assets, cap), 0.95).Solved();

        Assert.InRange(Math.Abs(frontier.MinRisk.Risk - truth), 0, truth == 0 ? 1e-9 : 1e-9 * Math.Abs(truth));
        if (parts[0] is "real_neg" or "real_const")
            Assert.Null(frontier.MaxRatio);
        if (parts[0] == "real_eqmean")
            Assert.Single(frontier.Corners);
    }

    [Fact]
    public void The_best_return_per_risk_of_real22_is_found_and_there_is_none_across_the_pole()
    {
        ScenarioSet real22 = ReferenceSets.Scenarios("real22"), real23 = ReferenceSets.Scenarios("real23");

        CornerPortfolio? best = CvarFrontier.Trace(real22, Bounds.LongOnly(22), 0.95).Solved().MaxRatio;

        Assert.NotNull(best);
        Assert.Equal(8.745627050, best.Ratio, 1e-8);
        Assert.Equal(0.02462227658, best.Return, 1e-10);
        Assert.Null(CvarFrontier.Trace(real23, Bounds.LongOnly(23), 0.95).Solved().MaxRatio);
    }

    [Fact]
    public void The_least_risk_of_a_thousand_models_is_known()
    {
        Frontier frontier = CvarFrontier.Trace(ReferenceSets.Scenarios("synth1000"), Bounds.LongOnly(1000), 0.95).Solved();

        Frontiers.RiskIs(0.000253393560895, frontier.MinRisk.Risk);
    }

    private static void AssertOn(Frontier frontier, double[] targets, double[] risks)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            // The last target is the greatest return, perhaps with another last digit.
            CornerPortfolio? at = frontier.AtReturn(Math.Min(targets[i], frontier.MaxReturn.Return));
            Assert.InRange(targets[i] - frontier.MaxReturn.Return, double.NegativeInfinity, 1e-15);
            Assert.NotNull(at);
            Frontiers.RiskIs(risks[i], at.Risk);
        }
    }
}
