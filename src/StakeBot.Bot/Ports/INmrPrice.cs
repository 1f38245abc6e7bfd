namespace StakeBot.Bot.Ports;

/// <summary>The price of NMR. For showing, never for deciding.</summary>
public interface INmrPrice
{
    /// <summary>The newest price.</summary>
    /// <exception cref="NumeraiUnavailableException">It cannot be read now.</exception>
    Task<NmrPrice> ReadPriceAsync(CancellationToken ct);
}

/// <summary>A price.</summary>
/// <param name="Usd">US dollars for one NMR, above zero.</param>
/// <param name="At">Of when it is, UTC; null where Numerai does not say.</param>
public sealed record NmrPrice(decimal Usd, DateTimeOffset? At);
