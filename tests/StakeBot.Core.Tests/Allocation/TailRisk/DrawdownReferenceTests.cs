using System.Text.Json;
using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

public sealed class DrawdownReferenceTests
{
    public static TheoryData<string, double, string, RiskMeasure> Cases()
    {
        TheoryData<string, double, string, RiskMeasure> cases = [];
        foreach ((string set, double cap, string capInName) in ((string, double, string)[])
            [("real22", 1, "1"), ("real22", 0.35, "0.35"), ("real23", 1, "1"), ("real32", 1, "1"), ("synth50", 1, "1"), ("synth50", 0.35, "0.35"),
             ("synth50", 0.05, "0.05"), ("synth200", 1, "1"), ("synth200", 0.02, "0.02")])
        {
            cases.Add(set, cap, capInName, RiskMeasure.Cdar);
            cases.Add(set, cap, capInName, RiskMeasure.MaxDrawdown);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_frontier_is_that_of_the_linear_programs(string set, double cap, string capInName, RiskMeasure measure)
    {
        JsonElement answers = ReferenceSets.Answers($"lp_{set}_cap{capInName}");
        ScenarioSet scenarios = ReferenceSets.Scenarios(set);
        JsonElement answer = answers.GetProperty(measure == RiskMeasure.Cdar ? "cdar" : "maxdd");

        Frontier frontier = DrawdownFrontier.Trace(
            scenarios, Bounds.LongOnly(scenarios.Assets, cap), measure, answers.GetProperty("beta").GetDouble()).Solved();

        Frontiers.RiskIs(answer.GetProperty("min").GetProperty("risk").GetDouble(), frontier.MinRisk.Risk);
        double[] targets = answer.GetProperty("frontier").Numbers("target"), risks = answer.GetProperty("frontier").Numbers("risk");
        Assert.Equal(25, targets.Length);
        for (int i = 0; i < targets.Length; i++)
        {
            CornerPortfolio? at = frontier.AtReturn(Math.Min(targets[i], frontier.MaxReturn.Return));
            Assert.NotNull(at);
            Frontiers.RiskIs(risks[i], at.Risk);
        }
        if (set is not ("real23" or "real32"))
            Assert.Equal(targets[0], frontier.MinRisk.Return, 1e-9 * Math.Abs(targets[0]));
    }

    [Theory]
    [InlineData("real23", 0.0253593603929)]
    [InlineData("real32", 0.0291880038523)]
    public void Where_some_portfolios_never_fall_the_frontier_starts_at_the_best_of_them(string set, double best)
    {
        ScenarioSet scenarios = ReferenceSets.Scenarios(set);
        foreach (RiskMeasure measure in (RiskMeasure[])[RiskMeasure.Cdar, RiskMeasure.MaxDrawdown])
        {
            Frontier frontier = DrawdownFrontier.Trace(scenarios, Bounds.LongOnly(scenarios.Assets), measure).Solved();

            Assert.InRange(frontier.MinRisk.Risk, 0, 1e-14);
            Assert.Equal(best, frontier.MinRisk.Return, 1e-12);
            Assert.Null(frontier.MaxRatio);
        }
    }
}
