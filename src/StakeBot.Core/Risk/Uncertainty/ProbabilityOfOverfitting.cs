using System.Numerics;

namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// How often the best of several settings in one half of a history is no better than the median in the other half: combinatorially symmetric
/// cross-validation (Bailey, Borwein, López de Prado and Zhu 2017, J. Computational Finance 20:39). Settings are judged by their Sharpe ratio.
/// </summary>
/// <param name="Probability">The share of the splits in which the winner's rank outside, as a logit, is not above 0; 0–1, and about ½ for settings that do not differ.</param>
/// <param name="Splits">How many ways the blocks were split into halves.</param>
/// <param name="LossProbability">The share of the splits in which the winner lost outside.</param>
public sealed record ProbabilityOfOverfitting(double Probability, int Splits, double LossProbability)
{
    /// <summary>Splits the rounds into blocks, and the blocks into halves in every way.</summary>
    /// <param name="results">The result of each setting in each round, settings × rounds; at least two settings, as many rounds each, no gaps.</param>
    /// <param name="blocks">S, even, from 2 to 20.</param>
    /// <param name="purge">Rounds that are dropped at the end of every block, so that overlapping rounds do not stand on both sides: R − 1.</param>
    /// <exception cref="ArgumentException">Too few settings or rounds, an odd number of blocks, or a gap.</exception>
    public static ProbabilityOfOverfitting Of(IReadOnlyList<double[]> results, int blocks = 10, int purge = 0)
    {
        if (blocks is < 2 or > 20 || blocks % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(blocks), blocks, "Blocks are even in number, from 2 to 20.");
        ArgumentOutOfRangeException.ThrowIfNegative(purge);
        if (results.Count < 2 || results.Any(setting => setting.Length != results[0].Length || Array.Exists(setting, r => !double.IsFinite(r))))
            throw new ArgumentException("At least two settings with a result in every round are needed.", nameof(results));
        int length = results[0].Length / blocks;
        if (length - purge < 2)
            throw new ArgumentException($"{results[0].Length} rounds do not fill {blocks} blocks of more than {purge + 1}.", nameof(results));
        BlockSums[] sums = [.. results.Select(setting => new BlockSums(setting, blocks, length, purge))];
        int splits = 0;
        int overfitted = 0;
        int lost = 0;
        for (uint half = 0; half < 1u << blocks; half++)
        {
            if (BitOperations.PopCount(half) != blocks / 2)
                continue;
            int winner = Winner(sums, half);
            double rank = Rank([.. sums.Select(setting => setting.Sharpe(~half))], winner);
            splits++;
            overfitted += rank <= 0.5 ? 1 : 0;
            lost += sums[winner].Mean(~half) < 0 ? 1 : 0;
        }
        return new ProbabilityOfOverfitting((double)overfitted / splits, splits, (double)lost / splits);
    }

    // From 1/(N + 1) for the worst to N/(N + 1) for the best; settings that tie share their ranks.
    private static double Rank(double[] outside, int winner)
    {
        int below = outside.Count(sharpe => sharpe < outside[winner]);
        int ties = outside.Count(sharpe => sharpe == outside[winner]);
        return (below + (ties + 1) / 2.0) / (outside.Length + 1);
    }

    private static int Winner(BlockSums[] sums, uint half)
    {
        int winner = 0;
        for (int k = 1; k < sums.Length; k++)
        {
            if (sums[k].Sharpe(half) > sums[winner].Sharpe(half))
                winner = k;
        }
        return winner;
    }

    // Sums and sums of squares of each block: every half is a few additions.
    private sealed class BlockSums
    {
        private readonly double[] _sum;
        private readonly double[] _squares;
        private readonly int _length;

        public BlockSums(double[] setting, int blocks, int length, int purge)
        {
            _length = length - purge;
            _sum = new double[blocks];
            _squares = new double[blocks];
            for (int block = 0; block < blocks; block++)
            {
                for (int t = block * length; t < (block + 1) * length - purge; t++)
                {
                    _sum[block] += setting[t];
                    _squares[block] += setting[t] * setting[t];
                }
            }
        }

        public double Mean(uint half) => Sum(_sum, half) / (_length * _sum.Length / 2);

        public double Sharpe(uint half)
        {
            double mean = Mean(half);
            double variance = Sum(_squares, half) / (_length * _sum.Length / 2) - mean * mean;
            return variance > 0 ? mean / Math.Sqrt(variance) : Math.Sign(mean) * double.MaxValue;
        }

        private static double Sum(double[] blocks, uint half)
        {
            double sum = 0;
            for (int block = 0; block < blocks.Length; block++)
                sum += (half >> block & 1) == 1 ? blocks[block] : 0;
            return sum;
        }
    }
}
