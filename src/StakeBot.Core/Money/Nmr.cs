using System.Globalization;
using System.Numerics;

namespace StakeBot.Core.Money;

/// <summary>An amount of Numeraire. Unit: NMR; 18 decimal places; may be negative where it is a difference.</summary>
/// <remarks>The default value is zero. An amount can be multiplied by a plain number, never by another amount.</remarks>
/// <param name="Amount">The amount in NMR.</param>
public readonly record struct Nmr(decimal Amount) :
    IComparable<Nmr>,
    IAdditionOperators<Nmr, Nmr, Nmr>,
    ISubtractionOperators<Nmr, Nmr, Nmr>,
    IUnaryNegationOperators<Nmr, Nmr>,
    IComparisonOperators<Nmr, Nmr, bool>,
    IAdditiveIdentity<Nmr, Nmr>
{
    private const decimal WeiPerNmr = 1_000_000_000_000_000_000m;

    /// <summary>No NMR at all.</summary>
    public static Nmr Zero => default;

    /// <inheritdoc/>
    public static Nmr AdditiveIdentity => default;

    /// <summary>The amount of a whole number of wei, the unit of the chain (10^18 wei = 1 NMR).</summary>
    /// <remarks>Exact: 96 bits of wei are 79 billion NMR, and every one of them has 18 places.</remarks>
    /// <exception cref="OverflowException">2^96 wei or more, thousands of times all NMR that exists.</exception>
    public static Nmr FromWei(BigInteger wei) => new((decimal)wei / WeiPerNmr);

    /// <summary>The amount in wei; what is finer than a wei is cut towards zero.</summary>
    public BigInteger ToWei() =>
        new BigInteger(decimal.Truncate(Amount)) * new BigInteger(WeiPerNmr)
        + new BigInteger(decimal.Truncate((Amount - decimal.Truncate(Amount)) * WeiPerNmr));

    /// <summary>Reads an amount as Numerai writes it: <c>"12.5"</c>, <c>"0E-18"</c>, <c>"4.03e-4"</c>; invariant culture.</summary>
    /// <returns>Whether <paramref name="text"/> is an amount.</returns>
    public static bool TryParse(string? text, out Nmr amount)
    {
        const NumberStyles Styles =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
            | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        bool read = decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out decimal value);
        amount = new Nmr(value);
        return read;
    }

    /// <summary>The amount as a floating-point number, for statistics only: never for bookkeeping.</summary>
    public double ToDouble() => (double)Amount;

    /// <summary>This amount as a share of <paramref name="whole"/>; 0 when the whole is zero.</summary>
    public double ShareOf(Nmr whole) => whole.Amount == 0 ? 0 : (double)(Amount / whole.Amount);

    /// <summary>The amount times a plain number that came out of statistics, rounded to 18 places.</summary>
    public Nmr Times(double factor) => new(decimal.Round(Amount * (decimal)factor, 18));

    /// <inheritdoc/>
    public static Nmr operator +(Nmr left, Nmr right) => new(left.Amount + right.Amount);

    /// <inheritdoc/>
    public static Nmr operator -(Nmr left, Nmr right) => new(left.Amount - right.Amount);

    /// <inheritdoc/>
    public static Nmr operator -(Nmr value) => new(-value.Amount);

    /// <summary>The amount times a plain number.</summary>
    public static Nmr operator *(Nmr amount, decimal factor) => new(amount.Amount * factor);

    /// <summary>The amount divided by a plain number.</summary>
    public static Nmr operator /(Nmr amount, decimal divisor) => new(amount.Amount / divisor);

    /// <inheritdoc/>
    public static bool operator <(Nmr left, Nmr right) => left.Amount < right.Amount;

    /// <inheritdoc/>
    public static bool operator >(Nmr left, Nmr right) => left.Amount > right.Amount;

    /// <inheritdoc/>
    public static bool operator <=(Nmr left, Nmr right) => left.Amount <= right.Amount;

    /// <inheritdoc/>
    public static bool operator >=(Nmr left, Nmr right) => left.Amount >= right.Amount;

    /// <summary>The smaller of two amounts.</summary>
    public static Nmr Min(Nmr left, Nmr right) => left < right ? left : right;

    /// <summary>The larger of two amounts.</summary>
    public static Nmr Max(Nmr left, Nmr right) => left > right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Nmr other) => Amount.CompareTo(other.Amount);

    /// <summary>For people: two decimals and the unit, <c>12.50 NMR</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0.00} NMR");
}
