using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>What the keys may do.</summary>
internal sealed class TokenFactsReading(NumeraiReads reads, INumeraiKeys keys) : ITokenInfo
{
    public async Task<TokenFacts> ReadTokensAsync(CancellationToken ct) => new(await FactAsync(keys.Reading, ct), await FactAsync(keys.Staking, ct));

    private async Task<TokenFact?> FactAsync(ApiKey? key, CancellationToken ct)
    {
        if (key is null)
            return null;
        GraphQlAnswer answer = await reads.AskAsync(Operation.TokenInfo, new Dictionary<string, object?>(), key, ct);
        if (ReadFaults.IsNoSession(answer))
            return new TokenFact(null, null, []);
        if (answer.Errors.Count > 0)
            throw ReadFaults.Of(Operation.TokenInfo, answer);
        TokenJson? told = NumeraiReads.Decode(Operation.TokenInfo, answer, NumeraiJson.Default.TokenJson);
        return told is null ? throw new NumeraiUnavailableException("Numerai told nothing of the key.") : new TokenFact(told.AccountUsername, told.Name, told.Scopes ?? []);
    }
}
