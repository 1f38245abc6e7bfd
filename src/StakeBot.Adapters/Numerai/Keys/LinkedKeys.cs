using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Numerai.Keys;

/// <summary>The keys that were linked, out of the vault; where none is, those of the configuration.</summary>
internal sealed class LinkedKeys(ConfiguredKeys configured, KeyLinking? linking) : INumeraiKeys
{
    public async Task<ApiKey?> ReadingAsync(CancellationToken ct) => await LinkedAsync(KeyUse.Reading, ct) ?? await configured.ReadingAsync(ct);

    public async Task<ApiKey?> StakingAsync(CancellationToken ct) => await LinkedAsync(KeyUse.Staking, ct) ?? await configured.StakingAsync(ct);

    private async Task<ApiKey?> LinkedAsync(KeyUse use, CancellationToken ct)
    {
        try
        {
            return linking is not null && await linking.KeyAsync(use, ct) is { } key ? new ApiKey(key.PublicId, key.SecretKey.Reveal()) : null;
        }
        catch (Exception fault) when (fault is SecretsUnavailableException or StoreUnavailableException)
        {
            throw new NumeraiUnavailableException($"The {use.Word} key cannot be had now: {fault.Message}", fault);
        }
    }
}
