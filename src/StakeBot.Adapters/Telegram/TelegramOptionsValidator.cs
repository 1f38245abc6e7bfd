using System.Globalization;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Telegram;

/// <summary>A platform that is configured half is an error: the bot never falls back to the local chat in silence.</summary>
internal sealed class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        if (!options.IsConfigured)
            return ValidateOptionsResult.Success;
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(options.Token))
            wrong.Add("Telegram:Token is missing although Telegram is configured. It looks like 123456:ABC-DEF and comes from @BotFather.");
        if (options.OwnerId is not null && (!long.TryParse(options.OwnerId, NumberStyles.None, CultureInfo.InvariantCulture, out long owner) || owner <= 0))
            wrong.Add("Telegram:OwnerId is no number. It is the owner's numeric Telegram id, such as 123456789. Without it, the bot prints a code with which the owner makes himself known.");
        wrong.Add("Telegram is not part of this version yet. Remove the section Telegram to use the local web chat.");
        return ValidateOptionsResult.Fail(wrong);
    }
}
