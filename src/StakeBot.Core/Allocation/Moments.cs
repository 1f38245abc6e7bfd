namespace StakeBot.Core.Allocation;

/// <summary>Expected returns and their covariance, for one period (a round or a window); as precise as their estimator.</summary>
public sealed class Moments
{
    /// <summary>Takes the mean of each asset and the row-major n × n covariance.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or a number is none.</exception>
    public Moments(double[] mean, double[] covariance)
    {
        if (covariance.Length != mean.Length * mean.Length)
            throw new ArgumentException($"{mean.Length} means need {mean.Length}² covariances, not {covariance.Length}.", nameof(covariance));
        if (Array.Exists(mean, m => !double.IsFinite(m)))
            throw new ArgumentException("A mean is not a number.", nameof(mean));
        if (Array.Exists(covariance, c => !double.IsFinite(c)))
            throw new ArgumentException("A covariance is not a number.", nameof(covariance));
        Mean = mean;
        Covariance = covariance;
    }

    /// <summary>Expected return of each asset.</summary>
    public double[] Mean { get; }

    /// <summary>Covariance, row-major n × n, symmetric, positive semidefinite up to rounding; may be singular.</summary>
    public double[] Covariance { get; }

    /// <summary>n, the number of assets.</summary>
    public int Count => Mean.Length;
}
