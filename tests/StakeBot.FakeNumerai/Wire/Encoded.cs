using System.Globalization;
using StakeBot.Core.Money;

namespace StakeBot.NumeraiFake.Wire;

/// <summary>Values as Numerai writes them.</summary>
internal static class Encoded
{
    /// <summary>18 places; nothing is <c>0E-18</c> in some answers.</summary>
    public static string Amount(Nmr amount) => amount == Nmr.Zero ? "0E-18" : amount.Amount.ToString("F18", CultureInfo.InvariantCulture);

    public static string Wei(Nmr amount) => amount.ToWei().ToString(CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? time) => time is { } known ? Time(known) : null;

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
