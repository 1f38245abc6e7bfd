using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Numerai.Staking;

/// <summary>Whether the key that may stake can be used today, as Numerai tells it.</summary>
internal sealed class StakingRight(ITokenInfo tokens)
{
    private const string Scope = "stake";

    /// <summary>Why it cannot, one sentence; null when it can.</summary>
    /// <exception cref="NumeraiUnavailableException">Numerai did not answer.</exception>
    public async Task<string?> WhyNotAsync(CancellationToken ct)
    {
        TokenFacts facts = await tokens.ReadTokensAsync(ct);
        if (facts.Staking is not { } staking)
            return "There is no key that may stake, so nothing could be sent. Link one on the machine that I run on: stakebot link --staking.";
        if (staking.Account is null)
            return "Numerai does not accept the key that may stake; it may have been deleted there. Link a new one: stakebot link --staking.";
        if (!staking.Scopes.Contains(Scope, StringComparer.Ordinal))
            return $"The key that is meant for staking may not stake: its scope {Scope} is missing. Make one with it and link it: stakebot link --staking.";
        return facts.Reading is { Account: { } account } && account != staking.Account
            ? $"The key that may stake opens another account than {account}, which is read. Link one of {account}: stakebot link --staking."
            : null;
    }
}
