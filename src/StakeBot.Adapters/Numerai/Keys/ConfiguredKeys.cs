using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Numerai.Keys;

/// <summary>The keys out of the configuration.</summary>
internal sealed class ConfiguredKeys(IOptions<NumeraiOptions> options) : INumeraiKeys
{
    public Task<ApiKey?> ReadingAsync(CancellationToken ct) => Task.FromResult(Key(options.Value.PublicId, options.Value.SecretKey));

    public Task<ApiKey?> StakingAsync(CancellationToken ct) => Task.FromResult(Key(options.Value.StakePublicId, options.Value.StakeSecretKey));

    private static ApiKey? Key(string? publicId, string? secret) =>
        string.IsNullOrWhiteSpace(publicId) || string.IsNullOrWhiteSpace(secret) ? null : new ApiKey(publicId.Trim(), secret.Trim());
}
