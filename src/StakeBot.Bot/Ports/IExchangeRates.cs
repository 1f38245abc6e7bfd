namespace StakeBot.Bot.Ports;

/// <summary>What currencies cost in one another. For showing, never for deciding.</summary>
public interface IExchangeRates
{
    /// <summary>The newest rates.</summary>
    /// <exception cref="RatesUnavailableException">There are none now.</exception>
    Task<ExchangeRates> ReadRatesAsync(CancellationToken ct);
}

/// <summary>Rates of one day.</summary>
/// <param name="Day">The day that they were set on.</param>
/// <param name="Source">Who set them, as people call him: <c>ECB</c>.</param>
/// <param name="PerEuro">Units for one euro by the currency's three letters, each above zero; the euro itself is 1.</param>
public sealed record ExchangeRates(DateOnly Day, string Source, IReadOnlyDictionary<string, decimal> PerEuro)
{
    /// <summary>Units of a currency for one US dollar; null when either is not among the rates.</summary>
    /// <param name="currency">Three capital letters.</param>
    public decimal? PerUsd(string currency) =>
        PerEuro.TryGetValue(currency, out decimal wanted) && PerEuro.TryGetValue("USD", out decimal usd) ? wanted / usd : null;
}
