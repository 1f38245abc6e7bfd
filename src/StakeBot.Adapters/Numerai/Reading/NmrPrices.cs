using System.Globalization;
using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>The price of NMR, as Numerai tells it.</summary>
internal sealed class NmrPrices(NumeraiReads reads) : INmrPrice
{
    public async Task<NmrPrice> ReadPriceAsync(CancellationToken ct)
    {
        PriceJson? price = await reads.ReadAsync(Operation.Price, new Dictionary<string, object?>(), null, NumeraiJson.Default.PriceJson, ct);
        if (!decimal.TryParse(price?.PriceUsd, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal usd) || usd <= 0)
            throw new NumeraiUnavailableException("Numerai told no price of NMR.");
        bool known = DateTimeOffset.TryParse(
            price.LastUpdated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at);
        return new NmrPrice(usd, known ? at : null);
    }
}
