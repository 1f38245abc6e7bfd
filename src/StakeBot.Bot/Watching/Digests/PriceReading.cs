using System.Globalization;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>What an NMR costs in somebody's currency. A price is a comfort, not a reason to send no digest: what cannot be read is left out.</summary>
internal sealed class PriceReading(TimeProvider time, INmrPrice? prices = null, IExchangeRates? rates = null)
{
    // Rates rest on weekends and holidays; older ones are told with their age.
    private const int FreshDays = 4;

    /// <param name="currency">The currency, or <see cref="DigestSetting.NoCurrency"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<MoneyPrice?> ReadAsync(string currency, CancellationToken ct)
    {
        if (prices is null || currency == DigestSetting.NoCurrency)
            return null;
        try
        {
            NmrPrice price = await prices.ReadPriceAsync(ct);
            if (currency == DigestSetting.Dollar)
                return new MoneyPrice(currency, price.Usd, "");
            if (rates is null || await rates.ReadRatesAsync(ct) is not { } read || read.PerUsd(currency) is not { } perUsd)
                return null;
            return new MoneyPrice(currency, price.Usd * perUsd, Basis(read, currency, perUsd));
        }
        catch (Exception unknown) when (unknown is NumeraiUnavailableException or RatesUnavailableException)
        {
            return null;
        }
    }

    private string Basis(ExchangeRates rates, string currency, decimal perUsd)
    {
        int days = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber - rates.Day.DayNumber;
        string age = days > FreshDays ? string.Create(CultureInfo.InvariantCulture, $", {days} days old") : "";
        return string.Create(CultureInfo.InvariantCulture, $", at {Rate(perUsd)} {currency} per USD of {rates.Day:d MMM}, {rates.Source}{age}");
    }

    private static string Rate(decimal perUsd) => perUsd.ToString(perUsd < 10 ? "0.0000" : "#,0.00", CultureInfo.InvariantCulture);
}
