using System.Globalization;

namespace StakeBot.Core.Tournaments;

/// <summary>The number of a round. Rounds are numbered in the order in which they open, without holes.</summary>
/// <param name="Value">The number, at least 1 for a real round.</param>
public readonly record struct RoundNumber(int Value) : IComparable<RoundNumber>
{
    /// <inheritdoc/>
    public int CompareTo(RoundNumber other) => Value.CompareTo(other.Value);

    /// <summary>The round that opens <paramref name="rounds"/> rounds later.</summary>
    public static RoundNumber operator +(RoundNumber round, int rounds) => new(round.Value + rounds);

    /// <summary>The round that opened <paramref name="rounds"/> rounds earlier.</summary>
    public static RoundNumber operator -(RoundNumber round, int rounds) => new(round.Value - rounds);

    /// <summary>How many rounds lie between two rounds.</summary>
    public static int operator -(RoundNumber left, RoundNumber right) => left.Value - right.Value;

    /// <inheritdoc/>
    public static bool operator <(RoundNumber left, RoundNumber right) => left.Value < right.Value;

    /// <inheritdoc/>
    public static bool operator >(RoundNumber left, RoundNumber right) => left.Value > right.Value;

    /// <inheritdoc/>
    public static bool operator <=(RoundNumber left, RoundNumber right) => left.Value <= right.Value;

    /// <inheritdoc/>
    public static bool operator >=(RoundNumber left, RoundNumber right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
