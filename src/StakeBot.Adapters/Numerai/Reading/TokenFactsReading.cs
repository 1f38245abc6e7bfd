using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>What the configured keys may do.</summary>
internal sealed class TokenFactsReading(KeyCheck check, INumeraiKeys keys) : ITokenInfo
{
    public async Task<TokenFacts> ReadTokensAsync(CancellationToken ct) => new(
        keys.Reading is { } reading ? await check.FactAsync(reading, ct) : null,
        keys.Staking is { } staking ? await check.FactAsync(staking, ct) : null);
}
