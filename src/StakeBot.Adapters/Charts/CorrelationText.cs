using System.Globalization;

namespace StakeBot.Adapters.Charts;

/// <summary>Correlations in cells: <c>0.87</c>, or <c>.87</c> where room is short; a true minus, and none before zero.</summary>
internal static class CorrelationText
{
    public static string Of(double correlation, bool isShort)
    {
        string digits = Math.Abs(correlation).ToString("F2", CultureInfo.InvariantCulture);
        string sign = correlation < 0 && digits != "0.00" ? "−" : "";
        if (isShort)
            digits = digits[0] == '0' ? digits[1..] : digits[..^1];
        return sign + digits;
    }
}
