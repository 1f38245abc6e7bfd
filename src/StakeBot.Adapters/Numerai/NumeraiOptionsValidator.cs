using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Numerai;

/// <summary>A key that is there must be whole: figures of a simulated account are not figures of the key's account.</summary>
internal sealed class NumeraiOptionsValidator : IValidateOptions<NumeraiOptions>
{
    public ValidateOptionsResult Validate(string? name, NumeraiOptions options)
    {
        List<string> wrong = [];
        if (!IsSafe(options.ApiBase))
            wrong.Add("Numerai:ApiBase must begin with https://, such as https://api-tournament.numer.ai/. Plain http is taken on this machine only: a key would be readable on its way.");
        if (options.IsConfigured)
            wrong.AddRange(Missing(options));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "" } && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static IEnumerable<string> Missing(NumeraiOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PublicId))
            yield return "Numerai:PublicId is missing although a key is configured. It is the first part of the key, 32 letters and digits.";
        if (string.IsNullOrWhiteSpace(options.SecretKey))
            yield return "Numerai:SecretKey is missing although a key is configured. It is the second part of the key, 64 letters and digits.";
        if (options.StakePublicId is not null && string.IsNullOrWhiteSpace(options.StakeSecretKey))
            yield return "Numerai:StakeSecretKey is missing although Numerai:StakePublicId is set. It is the second part of the key that may stake.";
        if (options.StakeSecretKey is not null && string.IsNullOrWhiteSpace(options.StakePublicId))
            yield return "Numerai:StakePublicId is missing although Numerai:StakeSecretKey is set. It is the first part of the key that may stake.";
    }
}
