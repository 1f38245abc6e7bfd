using Microsoft.Extensions.Logging;

namespace StakeBot.Adapters.Discord.Gateway;

/// <summary>Every line that the gateway client writes to the log. None holds a token, a session or anything that people wrote.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(501, LogLevel.Information, "Discord is ready ({Identity}): a new session.")]
    public static partial void Ready(ILogger logger, GatewayIdentity identity);

    [LoggerMessage(502, LogLevel.Information, "Discord is ready ({Identity}): the session goes on.")]
    public static partial void Resumed(ILogger logger, GatewayIdentity identity);

    [LoggerMessage(503, LogLevel.Information, "The connection to Discord ended ({Identity}): {Cause}. Next: {Next} in {Milliseconds} ms.")]
    public static partial void Ended(ILogger logger, GatewayIdentity identity, string cause, Next next, long milliseconds);

    [LoggerMessage(504, LogLevel.Critical, "{Reason}")]
    public static partial void Stopped(ILogger logger, string reason);

    [LoggerMessage(505, LogLevel.Warning, "A message of Discord's gateway was not understood and is left out.")]
    public static partial void NotUnderstood(ILogger logger);

    [LoggerMessage(506, LogLevel.Warning, "Too many interactions are waiting: {Dropped} were not taken in since the start.")]
    public static partial void Dropped(ILogger logger, long dropped);

    [LoggerMessage(507, LogLevel.Error, "The connection to Discord failed by a bug; it is made again.")]
    public static partial void Failed(ILogger logger, Exception error);

    [LoggerMessage(508, LogLevel.Error, "Discord was sent too much in a minute, which should not happen.")]
    public static partial void SentTooMuch(ILogger logger);

    [LoggerMessage(509, LogLevel.Warning, "Discord cannot be asked how to connect; it is asked again in {Seconds} s. {Reason}")]
    public static partial void NotStarted(ILogger logger, long seconds, string reason);

    [LoggerMessage(511, LogLevel.Warning, "Discord cannot be asked where its gateway is; the address of before stays. {Reason}")]
    public static partial void NotAsked(ILogger logger, string reason);

    [LoggerMessage(510, LogLevel.Error, "What is to be done before connecting to Discord failed; it is tried again in {Seconds} s.")]
    public static partial void NotPrepared(ILogger logger, Exception error, long seconds);
}
