namespace StakeBot.Core.Risk;

/// <summary>
/// The fall of a fund's value from its running peak, as people are told it: a fraction of the peak, compounded.
/// (The uncompounded drawdown that the optimiser minimises is another quantity.)
/// </summary>
public sealed class Drawdown
{
    private Drawdown(double[] underWater, int peak, int trough, int? recovery)
    {
        UnderWater = underWater;
        Peak = peak;
        Trough = trough;
        Recovery = recovery;
    }

    /// <summary>value / running peak − 1 after each period; 0 at a peak, −0.118 when 11.8 % below it.</summary>
    public IReadOnlyList<double> UnderWater { get; }

    /// <summary>The period of the peak before the worst fall; −1 for the start, before the first period.</summary>
    public int Peak { get; }

    /// <summary>The period of the worst point; −1 when it never fell.</summary>
    public int Trough { get; }

    /// <summary>The first period after the trough at which the old peak is reached again; null when it is not, or when it never fell.</summary>
    public int? Recovery { get; }

    /// <summary>The worst fall, a fraction of the peak, at least 0.</summary>
    public double Worst => Trough < 0 ? 0 : -UnderWater[Trough];

    /// <summary>The fall now, at least 0.</summary>
    public double Now => UnderWater.Count == 0 ? 0 : Math.Abs(UnderWater[^1]);

    /// <summary>Follows the value 1 · Π(1 + x).</summary>
    /// <param name="returns">The fund's return in each period; 0 where nothing happened.</param>
    /// <exception cref="ArgumentException">A return is no number: from there on no fall would be seen.</exception>
    public static Drawdown Of(IReadOnlyList<double> returns)
    {
        double[] underWater = new double[returns.Count];
        double value = 1;
        double top = 1;
        int topAt = -1;
        int peak = -1;
        int trough = -1;
        for (int t = 0; t < returns.Count; t++)
        {
            if (!double.IsFinite(returns[t]))
                throw new ArgumentException($"Return {t} is no number.", nameof(returns));
            value *= 1 + returns[t];
            if (value >= top)
            {
                top = value;
                topAt = t;
            }
            underWater[t] = value / top - 1;
            if (underWater[t] < 0 && (trough < 0 || underWater[t] < underWater[trough]))
            {
                trough = t;
                peak = topAt;
            }
        }
        return new Drawdown(underWater, peak, trough, RecoveryAfter(underWater, trough));
    }

    private static int? RecoveryAfter(double[] underWater, int trough)
    {
        if (trough < 0)
            return null;
        int at = Array.FindIndex(underWater, trough, depth => depth >= 0);
        return at < 0 ? null : at;
    }
}
