namespace StakeBot.Core.Allocation;

/// <summary>Moments of a sample: column means, covariance with divisor T − 1.</summary>
public static class SampleMoments
{
    /// <summary>Estimates them from at least two scenarios.</summary>
    public static Moments Of(ScenarioSet scenarios)
    {
        int n = scenarios.Assets;
        double[] mean = new double[n];
        for (int t = 0; t < scenarios.Count; t++)
        {
            ReadOnlySpan<double> row = scenarios.Row(t);
            for (int i = 0; i < n; i++)
                mean[i] += row[i] / scenarios.Count;
        }
        double[] covariance = new double[n * n];
        for (int t = 0; t < scenarios.Count; t++)
        {
            ReadOnlySpan<double> row = scenarios.Row(t);
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    covariance[i * n + j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (scenarios.Count - 1);
            }
        }
        return new Moments(mean, covariance);
    }
}
