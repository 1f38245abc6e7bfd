using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>What the keys in use may do.</summary>
internal sealed class TokenFactsReading(KeyCheck check, INumeraiKeys keys) : ITokenInfo
{
    public async Task<TokenFacts> ReadTokensAsync(CancellationToken ct) => new(
        await keys.ReadingAsync(ct) is { } reading ? await check.FactAsync(reading, ct) : null,
        await keys.StakingAsync(ct) is { } staking ? await check.FactAsync(staking, ct) : null);
}
