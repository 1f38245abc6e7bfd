using System.Collections.Immutable;
using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

public sealed class CriticalLinePropertyTests
{
    private const int Problems = 1500;

    [Fact]
    public void Random_frontiers_agree_with_quadratic_programs() => Compare(1, (_, _) => [], (_, _) => null);

    [Fact]
    public void Random_frontiers_with_groups_and_turnover_agree_with_quadratic_programs() =>
        Compare(1_000_001, (problem, seed) => problem.Groups(seed), (problem, seed) => seed % 2 == 0 ? problem.Turnover(seed) : null);

    private static void Compare(
        int firstSeed, Func<RandomMoments, int, ImmutableArray<GroupBound>> groupsOf, Func<RandomMoments, int, TurnoverCost?> turnoverOf)
    {
        int solved = 0, compared = 0, same = 0, refused = 0, asked = 0;
        for (int seed = firstSeed; seed < firstSeed + Problems; seed++)
        {
            RandomMoments problem = RandomMoments.Of(seed);
            ImmutableArray<GroupBound> groups = groupsOf(problem, seed);
            TurnoverCost? turnover = turnoverOf(problem, seed);
            FrontierOutcome outcome = CriticalLine.Trace(problem.Moments, problem.Bounds, groups, turnover);
            using QuadraticJudge judge = new(problem.Moments, problem.Bounds, groups, turnover);
            if (outcome is FrontierOutcome.Infeasible)
            {
                Assert.Null(judge.LeastRisk(double.NegativeInfinity));
                refused++;
                continue;
            }
            Frontier frontier = Assert.IsType<FrontierOutcome.Solved>(outcome).Frontier;
            AssertCertified(frontier, groups, seed);
            solved++;
            double from = frontier.MinRisk.Return, range = frontier.MaxReturn.Return - from;
            foreach (double share in (double[])[-1, 0, 0.02, 0.31, 0.66, 0.97])
            {
                double target = share < 0 ? double.NegativeInfinity : from + share * range;
                asked++;
                if (judge.LeastRisk(target) is not { } theirs)
                    continue;
                compared++;
                same += SameOrLess(frontier.AtReturn(target)!.Risk, frontier.RiskOf(theirs), problem.Moments, $"Seed {seed}, return {target:R}") ? 1 : 0;
            }
        }
        string tally = $"{solved} solved, {refused} refused, {compared} of {asked} compared, {same} the same.";
        TestContext.Current.TestOutputHelper?.WriteLine(tally);
        Assert.True(solved > Problems / 2 && compared > 0.95 * asked && same > 0.995 * compared, tally);
    }

    /// <summary>
    /// Asserts that the judge found no less risk, and says whether it found the same to 1e-8. (It stops too early now and then, mostly where
    /// hedging leaves almost no risk; a portfolio with more risk proves nothing against one with less.)
    /// </summary>
    private static bool SameOrLess(double here, double there, Moments moments, string problem)
    {
        double unit = Enumerable.Range(0, moments.Count).Average(i => moments.Covariance[i * moments.Count + i]);
        Assert.True(here <= there + 1e-8 * Math.Max(there, 0.01 * Math.Sqrt(unit)), $"{problem}: {here:R} here, {there:R} there.");
        return there - here <= 1e-8 * here || there * there - here * here <= 1e-9 * unit;
    }

    private static void AssertCertified(Frontier frontier, ImmutableArray<GroupBound> groups, int seed)
    {
        Certificate certificate = frontier.Certificate;
        Assert.True(certificate.BudgetError <= 1e-12 && certificate.KktResidual < 1e-10, $"Seed {seed}: {certificate}");
        Assert.True(certificate.BoundViolation <= (groups.IsEmpty ? 0 : 1e-13), $"Seed {seed}: {certificate}");
        for (int i = 1; i < frontier.Corners.Length; i++)
            Assert.True(frontier.Corners[i].Return > frontier.Corners[i - 1].Return, $"Seed {seed}: corner {i} does not ascend.");
        foreach (GroupBound group in groups)
        {
            foreach (CornerPortfolio corner in frontier.Corners)
                Assert.InRange(group.Members.Sum(i => corner.Weights[i]), group.Lower - 1e-12, group.Upper + 1e-12);
        }
    }
}
