using MathNet.Numerics.Distributions;

namespace StakeBot.Core.Risk.Settling;

/// <summary>A normal return that the payout rule clips: its expectation, and how much of its covariance with anything else the clip leaves (Stein 1981).</summary>
/// <param name="Mean">E[clip(X)].</param>
/// <param name="Slope">P(|X| &lt; clip): cov(clip(X), Y) = slope · cov(X, Y).</param>
internal readonly record struct ClippedNormal(double Mean, double Slope)
{
    public static ClippedNormal Of(double mean, double deviation, double clip)
    {
        if (deviation <= 0)
            return new ClippedNormal(Math.Clamp(mean, -clip, clip), Math.Abs(mean) < clip ? 1 : 0);
        double low = (-clip - mean) / deviation, high = (clip - mean) / deviation;
        double below = Normal.CDF(0, 1, low), above = 1 - Normal.CDF(0, 1, high);
        double slope = 1 - below - above;
        return new ClippedNormal(
            mean * slope - deviation * (Normal.PDF(0, 1, high) - Normal.PDF(0, 1, low)) + clip * (above - below),
            slope);
    }
}
