using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Numerai.Keys;

/// <summary>The keys out of the configuration.</summary>
internal sealed class ConfiguredKeys(IOptions<NumeraiOptions> options) : INumeraiKeys
{
    public ApiKey? Reading => Key(options.Value.PublicId, options.Value.SecretKey);

    public ApiKey? Staking => Key(options.Value.StakePublicId, options.Value.StakeSecretKey);

    private static ApiKey? Key(string? publicId, string? secret) =>
        string.IsNullOrWhiteSpace(publicId) || string.IsNullOrWhiteSpace(secret) ? null : new ApiKey(publicId.Trim(), secret.Trim());
}
