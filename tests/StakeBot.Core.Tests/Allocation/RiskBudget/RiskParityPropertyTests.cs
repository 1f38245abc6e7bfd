using CsCheck;
using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.RiskBudget;

public sealed class RiskParityPropertyTests
{
    // Covariances of n assets from n + 2 made-up rounds, and a little noise of each one's own, so that no mixture is without risk.
    private static readonly Gen<(double[] Covariance, double[] Budgets, double Cap)> Problems =
        from n in Gen.Int[1, 9]
        from factors in Gen.Double[-1, 1].Array[n * (n + 2)]
        from sizes in Gen.Double[0.1, 10].Array[n]
        from budgets in Gen.Double[0.05, 1].Array[n]
        from slack in Gen.Double[0.01, 1]
        select (Product(factors, sizes, n), budgets, Math.Min(1, 1.0 / n + slack * (1 - 1.0 / n)));

    [Fact]
    public void Contributions_meet_budgets_or_stop_at_caps() => Problems.Sample(problem =>
    {
        int n = problem.Budgets.Length;
        Moments moments = new(new double[n], problem.Covariance);
        RiskBudgetOutcome outcome = RiskParity.Solve(moments, Bounds.LongOnly(n, problem.Cap), problem.Budgets);
        RiskBudgetOutcome.Solved solved = Assert.IsType<RiskBudgetOutcome.Solved>(outcome);
        Assert.InRange(solved.Residual, 0, 1e-12);
        Assert.Equal(1, solved.Portfolio.Weights.Sum(), 1e-13);
        double[] perBudget = [.. Enumerable.Range(0, n).Select(i => solved.Contributions[i] / problem.Budgets[i])];
        int[] free = [.. Enumerable.Range(0, n).Where(i => solved.Portfolio.Weights[i] < problem.Cap)];
        double each = free.Length > 0 ? free.Average(i => perBudget[i]) : perBudget.Max();
        for (int i = 0; i < n; i++)
        {
            Assert.InRange(solved.Portfolio.Weights[i], 0, problem.Cap);
            Assert.True(free.Contains(i) ? Math.Abs(perBudget[i] / each - 1) < 1e-9 : perBudget[i] <= each * (1 + 1e-9));
        }
    });

    private static double[] Product(double[] factors, double[] sizes, int n)
    {
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                covariance[i * n + j] = i == j ? 0.01 * sizes[i] * sizes[i] : 0;
                for (int t = 0; t < n + 2; t++)
                    covariance[i * n + j] += sizes[i] * factors[t * n + i] * sizes[j] * factors[t * n + j];
            }
        }
        return covariance;
    }
}
