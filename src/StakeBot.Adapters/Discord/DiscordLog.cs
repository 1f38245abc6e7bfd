using Microsoft.Extensions.Logging;

namespace StakeBot.Adapters.Discord;

/// <summary>What the surface writes to the log: ids and routes, never a token and never what somebody wrote.</summary>
internal static partial class DiscordLog
{
    [LoggerMessage(501, LogLevel.Information, "{Count} commands were given to Discord.")]
    public static partial void CommandsGiven(ILogger logger, int count);

    [LoggerMessage(502, LogLevel.Warning, "The interaction {Interaction} was answered too late or not at all, so nothing was done about it: {Reason}")]
    public static partial void NotAcknowledged(ILogger logger, string interaction, string reason);

    [LoggerMessage(503, LogLevel.Warning, "Discord refused a message and got it in plain form: {Reason}")]
    public static partial void ShownPlain(ILogger logger, string reason);

    [LoggerMessage(504, LogLevel.Warning, "Nothing can be shown in a conversation: {Reason}")]
    public static partial void ConversationGone(ILogger logger, string reason);

    [LoggerMessage(505, LogLevel.Error, "The interaction {Interaction} could not be handled.")]
    public static partial void InteractionFailed(ILogger logger, Exception error, string interaction);

    [LoggerMessage(506, LogLevel.Warning, "An interaction could not be read: {Reason}")]
    public static partial void InteractionUnreadable(ILogger logger, string reason);

    [LoggerMessage(507, LogLevel.Warning, "The answer to the interaction {Interaction} could not be shown: {Reason}")]
    public static partial void AnswerLost(ILogger logger, string interaction, string reason);

    [LoggerMessage(508, LogLevel.Error, "Discord is not ready for interactions: {Reason}")]
    public static partial void NotStarted(ILogger logger, string reason);
}
