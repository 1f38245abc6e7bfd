using StakeBot.Adapters.Numerai.Json;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Secrets;

namespace StakeBot.Adapters.Numerai.Reading;

/// <summary>Asks Numerai about a key with that key.</summary>
internal sealed class KeyCheck(NumeraiReads reads) : IKeyCheck
{
    public async Task<KeyFacts?> CheckAsync(NumeraiKey key, CancellationToken ct) =>
        await FactAsync(new ApiKey(key.PublicId, key.SecretKey.Reveal()), ct) is { Account: { } account } fact ? new KeyFacts(account, fact.Scopes) : null;

    /// <summary>What a key may do; one without an account is not accepted.</summary>
    public async Task<TokenFact> FactAsync(ApiKey key, CancellationToken ct)
    {
        GraphQlAnswer answer = await reads.AskAsync(Operation.TokenInfo, new Dictionary<string, object?>(), key, ct);
        if (ReadFaults.IsNoSession(answer))
            return new TokenFact(null, null, []);
        if (answer.Errors.Count > 0)
            throw ReadFaults.Of(Operation.TokenInfo, answer);
        TokenJson? told = NumeraiReads.Decode(Operation.TokenInfo, answer, NumeraiJson.Default.TokenJson);
        return told is { AccountUsername: { } account }
            ? new TokenFact(account, told.Name, told.Scopes ?? [])
            : throw new NumeraiUnavailableException("Numerai did not tell whose the key is.");
    }
}
