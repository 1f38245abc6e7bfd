using StakeBot.Core.Allocation;
using StakeBot.Core.Tests.Allocation.TailRisk;

namespace StakeBot.Core.Tests.Allocation.Cases;

/// <summary>The frontier of a case.</summary>
internal static class Trace
{
    /// <summary>Of models that do not move together.</summary>
    public static Frontier Uncorrelated(double[] mean, double[] variance, Bounds? bounds = null)
    {
        int n = mean.Length;
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++)
            covariance[i * n + i] = variance[i];
        return Of(mean, covariance, bounds);
    }

    public static Frontier Of(double[] mean, double[] covariance, Bounds? bounds = null) =>
        CriticalLine.Trace(new Moments(mean, covariance), bounds ?? Bounds.LongOnly(mean.Length)).Solved();

    /// <summary>Why there is none.</summary>
    public static FrontierOutcome.Infeasible Refused(Bounds bounds)
    {
        int n = bounds.Count;
        return Assert.IsType<FrontierOutcome.Infeasible>(CriticalLine.Trace(new Moments(new double[n], new double[n * n]), bounds));
    }
}
