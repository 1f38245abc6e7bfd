using MathNet.Numerics.Distributions;

namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>An estimate from overlapping rounds with its heteroscedasticity- and autocorrelation-consistent error.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Error">Its standard error (<see cref="NeweyWest"/>).</param>
/// <param name="DegreesOfFreedom">Of Student's t for Value / Error.</param>
public sealed record HacEstimate(double Value, double Error, double DegreesOfFreedom)
{
    /// <summary>The probability of a value as far from 0 as this one when the truth is 0; 1 for a value of 0 and 0 for one without error.</summary>
    public double PValue => Value == 0 ? 1 : Error > 0 ? 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Value) / Error) : 0;

    /// <summary>The interval that covers the truth in that share of histories, such as 0.9.</summary>
    public (double Low, double High) Interval(double share)
    {
        double half = Error * StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.5 + share / 2);
        return (Value - half, Value + half);
    }

    /// <summary>The mean of a series.</summary>
    /// <param name="series">At least two numbers that are no gaps (NaN), in time order.</param>
    /// <param name="bandwidth">m of <see cref="NeweyWest"/>.</param>
    public static HacEstimate Mean(double[] series, int bandwidth)
    {
        double[] seen = [.. series.Where(value => !double.IsNaN(value))];
        if (seen.Length < 2)
            throw new ArgumentException("A mean with an error needs two numbers.", nameof(series));
        double variance = NeweyWest.Covariance([series], bandwidth)[0];
        return new HacEstimate(seen.Average(), Math.Sqrt(Math.Max(0, variance) / seen.Length), NeweyWest.DegreesOfFreedom(seen.Length, bandwidth));
    }
}
