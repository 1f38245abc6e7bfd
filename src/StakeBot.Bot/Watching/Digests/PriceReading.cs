using System.Globalization;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>
/// What an NMR costs in somebody's currency. A price is a comfort, not a reason to send no digest, nor to wait long for one: what cannot be read soon is
/// left out. Read once for everybody whose digest comes at that time.
/// </summary>
internal sealed class PriceReading(TimeProvider time, INmrPrice? prices = null, IExchangeRates? rates = null) : IDisposable
{
    // Rates rest on weekends and holidays; older ones are told with their age.
    private const int FreshDays = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private (decimal? Usd, DateTimeOffset Until) _known = (null, DateTimeOffset.MinValue);

    /// <param name="currency">The currency, or <see cref="DigestSetting.NoCurrency"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<MoneyPrice?> ReadAsync(string currency, CancellationToken ct)
    {
        if (prices is null || currency == DigestSetting.NoCurrency || await UsdAsync(prices, ct) is not { } usd)
            return null;
        if (currency == DigestSetting.Dollar)
            return new MoneyPrice(currency, usd, "");
        return rates is not null && await SoonAsync(rates.ReadRatesAsync, ct) is { } read && read.PerUsd(currency) is { } perUsd
            ? new MoneyPrice(currency, usd * perUsd, Basis(read, currency, perUsd))
            : null;
    }

    public void Dispose() => _reading.Dispose();

    private async Task<decimal?> UsdAsync(INmrPrice numerai, CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (time.GetUtcNow() >= _known.Until)
                _known = ((await SoonAsync(numerai.ReadPriceAsync, ct))?.Usd, time.GetUtcNow() + GoodFor);
            return _known.Usd;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<T?> SoonAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken ct) where T : class
    {
        using CancellationTokenSource enough = new(Patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, ct);
        try
        {
            return await read(either.Token);
        }
        catch (Exception unknown) when (unknown is NumeraiUnavailableException or RatesUnavailableException)
        {
            return null;
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !ct.IsCancellationRequested)
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
