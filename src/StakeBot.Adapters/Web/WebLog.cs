using Microsoft.Extensions.Logging;

namespace StakeBot.Adapters.Web;

/// <summary>Every line that the web chat writes to the log. None holds a token or a cookie.</summary>
internal static partial class WebLog
{
    [LoggerMessage(101, LogLevel.Warning, "A reply to the web session {Session} was dropped: the session is gone.")]
    public static partial void ReplyDropped(ILogger logger, string session);

    [LoggerMessage(102, LogLevel.Warning, "Port {Wanted} cannot be had: the web chat listens on {Actual}.")]
    public static partial void OtherPort(ILogger logger, int wanted, int actual);

    [LoggerMessage(103, LogLevel.Information, "A browser was let in as the web session {Session}.")]
    public static partial void LetIn(ILogger logger, string session);

    [LoggerMessage(104, LogLevel.Warning, "A browser came with an address that is used up or wrong.")]
    public static partial void TurnedAway(ILogger logger);
}
