using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

public sealed class TailFrontierPropertyTests
{
    [Fact]
    public void A_thousand_random_cvar_frontiers_agree_with_linear_programs() =>
        Compare(1, 1200, RiskMeasure.Cvar, p => CvarFrontier.Trace(p.Scenarios, p.Bounds, p.Level));

    [Fact]
    public void Random_conditional_drawdown_frontiers_agree_with_linear_programs() =>
        Compare(10_001, 300, RiskMeasure.Cdar, p => DrawdownFrontier.Trace(p.Scenarios, p.Bounds, RiskMeasure.Cdar, p.Level));

    [Fact]
    public void Random_maximum_drawdown_frontiers_agree_with_linear_programs() =>
        Compare(20_001, 300, RiskMeasure.MaxDrawdown, p => DrawdownFrontier.Trace(p.Scenarios, p.Bounds, RiskMeasure.MaxDrawdown));

    private static void Compare(int firstSeed, int problems, RiskMeasure measure, Func<RandomProblem, FrontierOutcome> trace)
    {
        for (int seed = firstSeed; seed < firstSeed + problems; seed++)
        {
            RandomProblem problem = RandomProblem.Of(seed);
            Frontier frontier = trace(problem).Solved();
            using TailProgram program = new(problem.Scenarios, problem.Bounds, measure, problem.Level);
            AssertAt(double.NegativeInfinity);
            double from = frontier.MinRisk.Return, range = frontier.MaxReturn.Return - from;
            foreach (double share in (double[])[0.31, 0.66, 0.97])
                AssertAt(from + share * range);

            void AssertAt(double target)
            {
                CornerPortfolio? mine = frontier.AtReturn(target);
                Assert.NotNull(mine);
                double theirs = frontier.RiskOf(program.LeastRisk(target));
                Assert.True(Math.Abs(mine.Risk - theirs) <= 1e-8 * Math.Max(Math.Abs(theirs), 0.01 * problem.Size),
                    $"Seed {seed}, return {target}: {mine.Risk:R} here, {theirs:R} there.");
            }
        }
    }
}
