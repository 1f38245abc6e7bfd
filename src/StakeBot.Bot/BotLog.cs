using Microsoft.Extensions.Logging;

namespace StakeBot.Bot;

/// <summary>Every line that this room writes to the log.</summary>
internal static partial class BotLog
{
    [LoggerMessage(1, LogLevel.Error, "The command /{Command} failed by a bug.")]
    public static partial void CommandFailed(ILogger logger, Exception error, string command);

    [LoggerMessage(2, LogLevel.Warning, "The account could not be read for /{Command}: {Reason}")]
    public static partial void AccountUnavailable(ILogger logger, string command, string reason);

    [LoggerMessage(3, LogLevel.Error, "An answer could not be sent on {Platform}.")]
    public static partial void AnswerNotSent(ILogger logger, Exception error, string platform);

    [LoggerMessage(4, LogLevel.Information, "The fund's history is read and priced; the first answer will be quick.")]
    public static partial void WarmedUp(ILogger logger);

    [LoggerMessage(6, LogLevel.Error, "The store cannot be used: {Reason}")]
    public static partial void StoreUnavailable(ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The fund's history could not be read at the start: {Reason}")]
    public static partial void NotWarmedUp(ILogger logger, string reason);

    [LoggerMessage(20, LogLevel.Error, "The executor was troubled; it looks again in a moment. What was sent is never sent again.")]
    public static partial void ExecutorTroubled(ILogger logger, Exception error);

    [LoggerMessage(21, LogLevel.Warning, "A press on {Platform} could not be acknowledged, so nothing was done about it.")]
    public static partial void PressNotAcknowledged(ILogger logger, string platform);

    [LoggerMessage(22, LogLevel.Error, "The press {Operation} of {Subject} failed; what it had done by then is done.")]
    public static partial void PressFailed(ILogger logger, Exception error, char operation, string subject);

    [LoggerMessage(23, LogLevel.Error, "A press on {Platform} could not be acknowledged or answered.")]
    public static partial void PressNotAnswered(ILogger logger, Exception error, string platform);

    [LoggerMessage(31, LogLevel.Warning, "The message {Message} could not be sent on {Platform}: {Reason}")]
    public static partial void OutgoingWaits(ILogger logger, string message, string platform, string reason);

    [LoggerMessage(32, LogLevel.Warning, "The message {Message} on {Platform} is given up: {Reason}")]
    public static partial void OutgoingGivenUp(ILogger logger, string message, string platform, string reason);

    [LoggerMessage(33, LogLevel.Error, "The message {Message} on {Platform} could not be made or shown.")]
    public static partial void OutgoingFailed(ILogger logger, Exception error, string message, string platform);

    [LoggerMessage(34, LogLevel.Warning, "The outbox of {Platform} cannot be used; it is tried again in a few seconds.")]
    public static partial void OutboxUnavailable(ILogger logger, Exception error, string platform);

    [LoggerMessage(35, LogLevel.Information, "Buttons are signed with a new key from now on; those shown before work on until the next one.")]
    public static partial void TapKeyRotated(ILogger logger);

    [LoggerMessage(36, LogLevel.Error, "The key that signs buttons could not be changed; the old one goes on, and it is tried again in a few hours.")]
    public static partial void TapKeyNotRotated(ILogger logger, Exception error);

    [LoggerMessage(37, LogLevel.Error, "The clock cannot be relied on: {What}")]
    public static partial void ClockIsOff(ILogger logger, string what);

    [LoggerMessage(38, LogLevel.Warning, "The clock could not be compared with Numerai's: {Reason}")]
    public static partial void ClockNotCompared(ILogger logger, string reason);

    [LoggerMessage(41, LogLevel.Error, "What is due could not be looked at; it is looked at again in a few seconds.")]
    public static partial void DueWorkTroubled(ILogger logger, Exception error);

    [LoggerMessage(42, LogLevel.Error, "The due item {Item} failed; it is tried again in a minute.")]
    public static partial void DueItemFailed(ILogger logger, Exception error, string item);

    [LoggerMessage(43, LogLevel.Error, "The due work of kind {Kind} could not be put; it is tried again in a few seconds, and the rest goes on.")]
    public static partial void DueWorkNotRestored(ILogger logger, Exception error, string kind);

    [LoggerMessage(44, LogLevel.Error, "The setting {Setting} cannot be read; it is left out.")]
    public static partial void SettingUnreadable(ILogger logger, Exception error, string setting);

    [LoggerMessage(45, LogLevel.Error, "The alert {Alert} could not be settled; it is tried again with the next look, and the others go on.")]
    public static partial void AlertFailed(ILogger logger, Exception error, string alert);
}
