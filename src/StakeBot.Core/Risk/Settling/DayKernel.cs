namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// How rounds hang together by the days that they share. A round's return is the sum of what its D scoring days bring; the rounds open at one time are
/// scored on the same days, the round k later having D − k days in common. Day by day the values are independent but for a lasting part, an
/// AR(1) with <see cref="Persistence"/>; a further part belongs to the round alone (its submission). All in units of a whole round's variance:
/// <code>cov(a, b) = (1 − ν)·[(1 − φ)·|common days|/D + φ·Σ ρ^|p − q| / Σ_whole] + ν·(common days of the same round)/D</code>
/// </summary>
/// <remarks>
/// Measured on public 20-day scores: autocorrelation 0.85 at lag 1, 0.61 at 5, 0.37 at 10, 0.03 at 20, where the common days alone give 0.95, 0.75, 0.5
/// and 0; for equal weights of twenty models 0.91, 0.74, 0.52, 0.15. <see cref="KernelFit"/> chooses ν and φ.
/// </remarks>
/// <param name="ScoringDays">D, at least 1.</param>
/// <param name="RoundShare">ν: the share of a round's variance that no other round has, above 0, below 1.</param>
/// <param name="LastingShare">φ: the share of the days' part that lasts for weeks, 0–1.</param>
public sealed record DayKernel(int ScoringDays, double RoundShare, double LastingShare)
{
    /// <summary>ρ: correlation of the lasting part from one day to the next, a memory of twenty days.</summary>
    public const double Persistence = 0.95;

    // Two days of lag and two for the data: the first score comes on the fourth day after the close, and R = D + 4 (numerai/docs, scoring).
    private const int DaysWithoutScore = 4;

    // Every covariance asks for four of them.
    private static readonly double[] Table = [.. Enumerable.Range(0, 1024).Select(n => Antidifference((double)n))];

    private readonly double _lastingWhole = LastingSum(0, ScoringDays, 0, ScoringDays);

    /// <summary>D of a tournament with R overlapping rounds: 20 of 24, 60 of 64.</summary>
    public static int ScoringDaysOf(int overlappingRounds) => Math.Max(1, overlappingRounds - DaysWithoutScore);

    /// <summary>The covariance of the first days of one round with the first days of another.</summary>
    /// <param name="round">The number of the one round; only its distance to the other matters.</param>
    /// <param name="days">How many days of it, 0–D.</param>
    /// <param name="other">The number of the other round.</param>
    /// <param name="otherDays">How many days of that.</param>
    public double Covariance(int round, int days, int other, int otherDays)
    {
        int common = Math.Max(0, Math.Min(round + days, other + otherDays) - Math.Max(round, other));
        double shared = (1 - LastingShare) * common / ScoringDays
            + (LastingShare == 0 ? 0 : LastingShare * LastingSum(round, round + days, other, other + otherDays) / _lastingWhole);
        return (1 - RoundShare) * shared + (round == other ? RoundShare * common / ScoringDays : 0);
    }

    /// <summary>The variance of the sum of R rounds in a row.</summary>
    public double VarianceOfSum(int rounds)
    {
        double sum = rounds * Covariance(0, ScoringDays, 0, ScoringDays);
        for (int lag = 1; lag < rounds; lag++)
            sum += 2 * (rounds - lag) * Covariance(0, ScoringDays, lag, ScoringDays);
        return sum;
    }

    // Σ ρ^|p − q| over p in [a, b), q in [c, d), by the second antidifference of ρ^|k|.
    private static double LastingSum(int a, int b, int c, int d) =>
        a == b || c == d ? 0 : Antidifference(b - c) - Antidifference(a - c) - Antidifference(b - d) + Antidifference(a - d);

    private static double Antidifference(int k) => Math.Abs(k) < Table.Length ? Table[Math.Abs(k)] : Antidifference((double)Math.Abs(k));

    // G(k + 1) − 2G(k) + G(k − 1) = ρ^|k|, G(0) = 0, even.
    private static double Antidifference(double n)
    {
        const double gap = 1 - Persistence;
        return 0.5 * n * (1 + Persistence) / gap + Persistence * (Math.Pow(Persistence, n) - 1) / (gap * gap);
    }
}
