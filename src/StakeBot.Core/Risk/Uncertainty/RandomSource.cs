using System.Numerics;

namespace StakeBot.Core.Risk.Uncertainty;

/// <summary>
/// A seeded stream of random numbers, the same on every machine: xoshiro256** (Blackman and Vigna 2021), its state filled by SplitMix64 (Steele, Lea and
/// Flood 2014). One seed has a stream of its own for every index, so that resamples can be drawn in any order and side by side.
/// </summary>
public sealed class RandomSource
{
    private ulong _a, _b, _c, _d;

    private RandomSource(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>The stream of a seed.</summary>
    public static RandomSource Of(ulong seed) => new(SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed));

    /// <summary>The stream of an index of a seed, unrelated to those of other indices.</summary>
    public static RandomSource Of(ulong seed, int index)
    {
        ulong place = unchecked((ulong)index);
        ulong mixed = SplitMix(ref seed) ^ BitOperations.RotateLeft(SplitMix(ref place), 32);
        return Of(mixed);
    }

    /// <summary>The stream whose state is known, for tests against published numbers.</summary>
    internal static RandomSource OfState(ulong a, ulong b, ulong c, ulong d) => new(a, b, c, d);

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
            ulong shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A number in [0, 1), one of 2^53 equally likely ones.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below <paramref name="count"/>, each exactly equally likely (Lemire 2019).</summary>
    /// <param name="count">Above 0.</param>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ulong range = (ulong)count;
        ulong refused = unchecked(0 - range) % range;
        while (true)
        {
            ulong high = Math.BigMul(NextBits(), range, out ulong low);
            if (low >= refused)
                return (int)high;
        }
    }

    /// <summary>The next number of SplitMix64, whose state moves on.</summary>
    internal static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
