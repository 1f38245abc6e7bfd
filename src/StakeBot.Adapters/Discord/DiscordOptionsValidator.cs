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
        if (!long.TryParse(options.OwnerId, NumberStyles.None, CultureInfo.InvariantCulture, out long owner) || owner <= 0)
            wrong.Add("Discord:OwnerId is missing or no number. It is the owner's numeric Discord id, such as 80351110224678912; nobody else is let in without it.");
        wrong.Add("Discord is not part of this version yet. Remove the section Discord to use the local web chat.");
        return ValidateOptionsResult.Fail(wrong);
    }
}
