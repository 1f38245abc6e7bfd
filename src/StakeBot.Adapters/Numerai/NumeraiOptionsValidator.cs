using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Numerai;

/// <summary>A key that is there must be whole: figures of a simulated account are not figures of the key's account.</summary>
internal sealed partial class NumeraiOptionsValidator : IValidateOptions<NumeraiOptions>
{
    private static readonly string[] Names = [.. Enum.GetValues<Tournament>().Where(tournament => tournament != Tournament.None).Select(tournament => $"{tournament}")];

    public ValidateOptionsResult Validate(string? name, NumeraiOptions options)
    {
        List<string> wrong = [];
        if (!SafeAddress.IsWeb(options.ApiBase))
            wrong.Add("Numerai:ApiBase must begin with https://, such as https://api-tournament.numer.ai/. Plain http is taken on this machine only: a key would be readable on its way.");
        if (options.IsConfigured)
            wrong.AddRange(Missing(options));
        wrong.AddRange(options.Stakers.Select(staker => WrongStaker(staker.Key, staker.Value)).OfType<string>());
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string? WrongStaker(string tournament, string? address) =>
        !Names.Contains(tournament, StringComparer.OrdinalIgnoreCase)
            ? $"Numerai:Stakers:{tournament} names no tournament. There are {string.Join(", ", Names)}."
            : !Address.IsMatch(address?.Trim() ?? "")
                ? $"Numerai:Stakers:{tournament} is no address. It is that of your strategy, as numer.ai shows it under V3 Stakes: 0x and 40 hexadecimal digits."
                : null;

    [GeneratedRegex(@"^0x[0-9A-Fa-f]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

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
