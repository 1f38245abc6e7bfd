using MathNet.Numerics.Distributions;

namespace StakeBot.Core.Risk.Settling;

/// <summary>Student's t with its fat tails: what a normal prediction becomes when its variance is an estimate worth a number of observations.</summary>
internal sealed class StudentTail(double degrees)
{
    private readonly StudentT _student = new(0, 1, degrees);

    // A quantile is found by searching, and every round asks for the same three.
    private readonly Dictionary<double, double> _quantiles = [];

    /// <summary>The standardised value below which a share of the outcomes lies.</summary>
    public double Quantile(double share)
    {
        if (!_quantiles.TryGetValue(share, out double quantile))
            _quantiles[share] = quantile = _student.InverseCumulativeDistribution(share);
        return quantile;
    }

    /// <summary>The mean of the standardised outcomes below the quantile of a share: −E[T | T &lt; q] = f(q)/share · (ν + q²)/(ν − 1).</summary>
    public double MeanBelow(double share)
    {
        double q = Quantile(share);
        return -_student.Density(q) / share * (degrees + q * q) / (degrees - 1);
    }
}
