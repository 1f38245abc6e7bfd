namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// The greatest return per deviation on one segment w₀ + t·d of the frontier, in closed form: with m₀ = μ′w₀, m₁ = μ′d, q₀ = w₀′Σw₀,
/// q₁ = w₀′Σd, q₂ = d′Σd the ratio is stationary at t* = (m₁q₀ − m₀q₁) / (m₀q₂ − m₁q₁).
/// </summary>
internal static class BestRatio
{
    /// <summary>t* in (0, 1), or NaN when the greatest ratio is at an end.</summary>
    public static double Inside(double m0, double m1, double q0, double q1, double q2)
    {
        double t = (m1 * q0 - m0 * q1) / (m0 * q2 - m1 * q1);
        return t > 0 && t < 1 ? t : double.NaN;
    }
}
