using System.Globalization;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>What one NMR costs in the reader's currency. NMR moves by percents within a day: every amount is "about".</summary>
/// <param name="Currency">Three letters, such as <c>EUR</c>.</param>
/// <param name="PerNmr">That currency for one NMR, above zero.</param>
/// <param name="Basis">How it was reckoned, for the end of a sentence; empty for US dollars, in which Numerai tells the price.</param>
internal sealed record MoneyPrice(string Currency, decimal PerNmr, string Basis)
{
    // Below it, whole units would hide the amount.
    private const decimal Small = 10;

    /// <summary><c> (about −42 EUR)</c>.</summary>
    public string Signed(Nmr amount) => Shown(amount, "+#,0;−#,0;0", "+#,0.00;−#,0.00;0");

    /// <summary><c> (about 42 EUR)</c>.</summary>
    public string Plain(Nmr amount) => Shown(amount, "#,0", "#,0.00");

    private string Shown(Nmr amount, string whole, string small)
    {
        decimal worth = amount.Amount * PerNmr;
        return $" (about {worth.ToString(Math.Abs(worth) < Small ? small : whole, CultureInfo.InvariantCulture)} {Currency})";
    }
}
