using System.Globalization;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Discord;

/// <summary>A platform that is configured half is an error: the bot never falls back to the local chat in silence.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        if (!options.IsConfigured)
            return ValidateOptionsResult.Success;
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(options.Token))
            wrong.Add("Discord:Token is missing although Discord is configured. It is the bot token of the application in the developer portal.");
        if (options.OwnerId is not null && (!long.TryParse(options.OwnerId, NumberStyles.None, CultureInfo.InvariantCulture, out long owner) || owner <= 0))
            wrong.Add("Discord:OwnerId is no number. It is the owner's numeric Discord id, such as 80351110224678912. Without it, the bot prints a code with which the owner makes himself known.");
        wrong.Add("Discord is not part of this version yet. Remove the section Discord to use the local web chat.");
        return ValidateOptionsResult.Fail(wrong);
    }
}
