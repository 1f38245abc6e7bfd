using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Telegram;

/// <summary>A platform that is configured half is an error: the bot never falls back to the local chat in silence.</summary>
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        string[] wrong = options.IsConfigured ? [.. Faults(options)] : [];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Faults(TelegramOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Token))
            yield return "Telegram:Token is missing although Telegram is configured. It looks like 123456:ABC-DEF and comes from @BotFather.";
        else if (!Token.IsMatch(options.Token))
            yield return "Telegram:Token is not a bot's token. It looks like 123456:ABC-DEF and comes from @BotFather.";
        if (options.OwnerId is not null && (!long.TryParse(options.OwnerId, NumberStyles.None, CultureInfo.InvariantCulture, out long owner) || owner <= 0))
            yield return "Telegram:OwnerId is no number. It is the owner's numeric Telegram id, such as 123456789. Without it, the bot prints a code with which the owner makes himself known.";
        if (options.ApiBase is not null && !SafeAddress.IsWeb(Parsed(options.ApiBase)))
            yield return "Telegram:ApiBase is not the address of a server, such as https://api.telegram.org. Remove it for Telegram's own. Plain http is taken on this machine only: the token would be readable on its way.";
        if (options.WebhookUrl is not null && !IsWebhook(options.WebhookUrl))
            yield return "Telegram:WebhookUrl is not a public address with a path, such as https://bot.example.org/telegram. Without it, the bot asks Telegram by itself.";
        if (options.WebhookUrl is not null && !Secret.IsMatch(options.WebhookSecret ?? ""))
            yield return "Telegram:WebhookSecret has to be 16 to 256 letters, digits, hyphens and underscores, such as what `openssl rand -hex 32` prints.";
        if (options.WebhookUrl is null && options.WebhookSecret is not null)
            yield return "Telegram:WebhookSecret is set without Telegram:WebhookUrl, such as https://bot.example.org/telegram.";
    }

    // Telegram delivers over TLS only; another server on this machine, such as one for tests, need not.
    private static bool IsWebhook(string text) => Parsed(text) is { AbsolutePath.Length: > 1 } address && SafeAddress.IsWeb(address);

    private static Uri? Parsed(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : null;

    [GeneratedRegex(@"^[0-9]{3,20}:[A-Za-z0-9_-]{10,200}\z", RegexOptions.None, 1000)]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{16,256}\z", RegexOptions.None, 1000)]
    private static partial Regex Secret { get; }
}
