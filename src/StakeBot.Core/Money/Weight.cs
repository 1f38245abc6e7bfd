using System.Globalization;

namespace StakeBot.Core.Money;

/// <summary>A share of the whole fund: 0 is nothing, 1 is everything.</summary>
/// <param name="Share">The share, 0–1.</param>
public readonly record struct Weight(double Share) : IComparable<Weight>
{
    /// <inheritdoc/>
    public int CompareTo(Weight other) => Share.CompareTo(other.Share);

    /// <inheritdoc/>
    public static bool operator <(Weight left, Weight right) => left.Share < right.Share;

    /// <inheritdoc/>
    public static bool operator >(Weight left, Weight right) => left.Share > right.Share;

    /// <inheritdoc/>
    public static bool operator <=(Weight left, Weight right) => left.Share <= right.Share;

    /// <inheritdoc/>
    public static bool operator >=(Weight left, Weight right) => left.Share >= right.Share;

    /// <summary>For people: one decimal and the unit, <c>36.4 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Share * 100:0.0} %");
}
