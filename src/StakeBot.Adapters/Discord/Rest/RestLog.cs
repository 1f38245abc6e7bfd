using Microsoft.Extensions.Logging;

namespace StakeBot.Adapters.Discord.Rest;

/// <summary>Every line that the REST client writes to the log. Addresses appear as their template, because a path can hold a token; bodies never.</summary>
internal static partial class RestLog
{
    [LoggerMessage(401, LogLevel.Debug, "Discord answered {Route} with {Status} after {Milliseconds} ms.")]
    public static partial void Answered(ILogger logger, Route route, int status, long milliseconds);

    [LoggerMessage(402, LogLevel.Information, "{Route} is tried again: {Reason}")]
    public static partial void Again(ILogger logger, Route route, string reason);

    [LoggerMessage(403, LogLevel.Warning, "Discord asks to slow down at {Route} ({Scope}): {Milliseconds} ms.")]
    public static partial void SlowDown(ILogger logger, Route route, Limits.SlowDownScope scope, long milliseconds);

    [LoggerMessage(404, LogLevel.Warning, "{Count} requests in ten minutes were invalid; Discord shuts this machine out at 10,000.")]
    public static partial void ManyInvalid(ILogger logger, int count);

    [LoggerMessage(405, LogLevel.Critical, "{Reason}")]
    public static partial void Stopped(ILogger logger, string reason);
}
