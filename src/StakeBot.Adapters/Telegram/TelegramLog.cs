using Microsoft.Extensions.Logging;

namespace StakeBot.Adapters.Telegram;

/// <summary>Every line that Telegram's part writes to the log. None holds a token, an address of the Bot API or a text of somebody.</summary>
internal static partial class TelegramLog
{
    [LoggerMessage(201, LogLevel.Information, "Telegram knows this bot as @{Name}.")]
    public static partial void Identified(ILogger logger, string name);

    [LoggerMessage(202, LogLevel.Warning, "Telegram cannot be reached ({Reason}); it is tried again in {Seconds:0} s.")]
    public static partial void Unreachable(ILogger logger, string reason, double seconds);

    [LoggerMessage(203, LogLevel.Information, "Telegram is reached again.")]
    public static partial void Reached(ILogger logger);

    [LoggerMessage(204, LogLevel.Critical, "{Reason}")]
    public static partial void Fatal(ILogger logger, string reason);

    [LoggerMessage(205, LogLevel.Warning, "Something else asks Telegram for this bot's updates, or a webhook is set (409).")]
    public static partial void Conflict(ILogger logger);

    [LoggerMessage(206, LogLevel.Error, "An update could not be read and is left out.")]
    public static partial void UpdateUnreadable(ILogger logger, Exception fault);

    [LoggerMessage(207, LogLevel.Error, "Something that an update asks for failed.")]
    public static partial void UpdateFailed(ILogger logger, Exception fault);

    [LoggerMessage(208, LogLevel.Warning, "The conversation {Chat} cannot be written to: {Reason}")]
    public static partial void ConversationGone(ILogger logger, string chat, string reason);

    [LoggerMessage(209, LogLevel.Error, "Telegram could not read the markup of a message; it was sent as plain text.")]
    public static partial void MarkupRefused(ILogger logger, Exception fault);

    [LoggerMessage(210, LogLevel.Warning, "Telegram asks to wait {Seconds:0} s before the next message to {Chat}.")]
    public static partial void TooFast(ILogger logger, double seconds, string chat);

    [LoggerMessage(211, LogLevel.Warning, "The command menu could not be set: {Reason}")]
    public static partial void MenuNotSet(ILogger logger, string reason);

    [LoggerMessage(212, LogLevel.Information, "The group {Old} is the supergroup {New} now.")]
    public static partial void Migrated(ILogger logger, string old, string @new);

    [LoggerMessage(213, LogLevel.Warning, "A delivery to the webhook came without the secret; nothing was read of it.")]
    public static partial void WebhookRefused(ILogger logger);

    [LoggerMessage(214, LogLevel.Error, "Telegram refused a message for {Chat}.")]
    public static partial void MessageRefused(ILogger logger, Exception fault, string chat);
}
