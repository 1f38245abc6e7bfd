using System.Globalization;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Chat;

/// <summary>Numbers as people read them: two decimals, a unit, a true minus sign, and a plus sign where the sign matters.</summary>
internal static class Figures
{
    private static readonly NumberFormatInfo Format = new()
    {
        NegativeSign = "−",
        NumberGroupSeparator = ",",
        NumberDecimalSeparator = ".",
    };

    /// <summary><c>412.37</c>, without its unit, for lists in which the unit was said.</summary>
    public static string Amount(Nmr amount) => amount.Amount.ToString("#,0.00", Format);

    /// <summary><c>412.37 NMR</c>.</summary>
    public static string Unit(Nmr amount) => $"{Amount(amount)} NMR";

    /// <summary><c>+2.91</c>, <c>−1.07</c>, <c>0.00</c>.</summary>
    public static string Signed(Nmr amount) => amount.Amount.ToString("+#,0.00;−#,0.00;0.00", Format);

    /// <summary><c>+2.91 NMR</c>.</summary>
    public static string SignedUnit(Nmr amount) => $"{Signed(amount)} NMR";

    /// <summary>A share as <c>2.31 %</c>.</summary>
    public static string Percent(double share) => $"{Rounded(share * 100).ToString("#,0.00", Format)} %";

    /// <summary>A share as <c>+0.21 %</c>, <c>−3.10 %</c>.</summary>
    public static string SignedPercent(double share) => $"{(share * 100).ToString("+#,0.00;−#,0.00;0.00", Format)} %";

    /// <summary>A share without decimals, <c>46 %</c>.</summary>
    public static string Whole(double share) => $"{Rounded(share * 100, 0).ToString("#,0", Format)} %";

    /// <summary>A plain number with two decimals.</summary>
    public static string Number(double number) => Rounded(number).ToString("#,0.00", Format);

    /// <summary>A count that is an estimate: <c>about 26</c>.</summary>
    public static string About(double count) => $"about {count.ToString("#,0", Format)}";

    // What rounds to zero has no sign: −0.00 would say that there is a loss.
    private static double Rounded(double number, int places = 2)
    {
        double rounded = Math.Round(number, places, MidpointRounding.AwayFromZero);
        return rounded == 0 ? 0 : rounded;
    }
}
