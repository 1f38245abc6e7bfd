using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Numerai;

/// <summary>A key that is there must be used or refused, never ignored: figures of a simulated account are not figures of the key's account.</summary>
internal sealed class NumeraiOptionsValidator : IValidateOptions<NumeraiOptions>
{
    public ValidateOptionsResult Validate(string? name, NumeraiOptions options)
    {
        if (!options.IsConfigured)
            return ValidateOptionsResult.Success;
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(options.PublicId))
            wrong.Add("Numerai:PublicId is missing although a key is configured. It is the first part of the key, 32 letters and digits.");
        if (string.IsNullOrWhiteSpace(options.SecretKey))
            wrong.Add("Numerai:SecretKey is missing although a key is configured. It is the second part of the key, 64 letters and digits.");
        wrong.Add("Reading an account by its key is not part of this version yet. Remove the section Numerai to use the simulated account, or give score files.");
        return ValidateOptionsResult.Fail(wrong);
    }
}
