using System.Globalization;

namespace StakeBot.Adapters.Charts;

/// <summary>Shares as people read them: 0.0231 is <c>2.31 %</c>; a true minus, and no sign on zero.</summary>
internal static class PercentText
{
    public static string Of(double share, int decimals, bool signed = false)
    {
        string digits = Math.Abs(share * 100).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        bool isZero = digits.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        string sign = isZero ? "" : share < 0 ? "−" : signed ? "+" : "";
        return $"{sign}{digits}\u00A0%";
    }
}
