namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// Resamples of whole rounds, all models together, in blocks of random length (Politis and Romano 1994): each round follows its predecessor with
/// probability 1 − 1/b and starts anew anywhere with probability 1/b; after the last round comes the first.
/// </summary>
/// <remarks>Only indices: whoever uses it estimates anew. A resample depends on the seed and its own number, not on the others.</remarks>
public sealed class StationaryBootstrap
{
    private readonly int _rounds;
    private readonly ulong _seed;

    /// <summary>Prepares resamples.</summary>
    /// <param name="rounds">T, at least 1.</param>
    /// <param name="meanBlock">b, the mean length of a block, at least 1.</param>
    /// <param name="seed">The same seed, the same resamples.</param>
    public StationaryBootstrap(int rounds, double meanBlock, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rounds);
        if (!(meanBlock >= 1))
            throw new ArgumentOutOfRangeException(nameof(meanBlock), meanBlock, "A block has at least one round.");
        _rounds = rounds;
        MeanBlock = meanBlock;
        _seed = seed;
    }

    /// <summary>b.</summary>
    public double MeanBlock { get; }

    /// <summary>The rounds of a resample: T indices from 0 to T − 1, in their new order.</summary>
    /// <param name="resample">Its number, from 0.</param>
    public int[] Draw(int resample)
    {
        RandomSource random = RandomSource.Of(_seed, resample);
        int[] rounds = new int[_rounds];
        double startAnew = 1 / MeanBlock;
        int current = random.NextIndex(_rounds);
        for (int t = 0; t < rounds.Length; t++)
        {
            if (t > 0)
                current = random.NextDouble() < startAnew ? random.NextIndex(_rounds) : (current + 1) % _rounds;
            rounds[t] = current;
        }
        return rounds;
    }
}
