using StakeBot.Bot.Ports;

namespace StakeBot.Testing;

/// <summary>A price of NMR and exchange rates that a test writes down.</summary>
public sealed class FakePrices : INmrPrice, IExchangeRates
{
    /// <summary>US dollars for one NMR; null while there is no price.</summary>
    public decimal? Usd { get; set; } = 10m;

    /// <summary>The rates; null while there are none.</summary>
    public ExchangeRates? Rates { get; set; } = new(
        new DateOnly(2026, 11, 20), "ECB", new Dictionary<string, decimal> { ["EUR"] = 1, ["USD"] = 1.16m, ["GBP"] = 0.87m, ["CHF"] = 0.93m, ["JPY"] = 180m });

    /// <summary>What the price is waited for.</summary>
    public Task Delay { get; set; } = Task.CompletedTask;

    /// <summary>How often the price was read.</summary>
    public int Asked { get; private set; }

    public async Task<NmrPrice> ReadPriceAsync(CancellationToken ct)
    {
        Asked++;
        await Delay.WaitAsync(ct);
        return Usd is { } usd ? new NmrPrice(usd, null) : throw new NumeraiUnavailableException("Numerai told no price of NMR.");
    }

    public Task<ExchangeRates> ReadRatesAsync(CancellationToken ct) =>
        Rates is { } rates ? Task.FromResult(rates) : throw new RatesUnavailableException("The European Central Bank's rates could not be read.");
}
