using System.Net;
using Telegram.Bot.Exceptions;

namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>What an answer of Telegram's that is no success means for the bot.</summary>
internal enum FaultKind
{
    /// <summary>It cannot be reached, or is out of order.</summary>
    Unreachable,

    /// <summary>Asks to wait.</summary>
    TooFast,

    /// <summary>The conversation cannot be written to: blocked, thrown out, deleted.</summary>
    Gone,

    /// <summary>The group has another id now.</summary>
    Migrated,

    /// <summary>It looks like that already.</summary>
    NotModified,

    /// <summary>The press is not taken any more.</summary>
    TooOld,

    /// <summary>The message is not there, or cannot be changed any more.</summary>
    MessageGone,

    /// <summary>The message has a picture: what stands below it is to be changed instead.</summary>
    HasNoText,

    /// <summary>The markup is not Telegram's.</summary>
    Markup,

    /// <summary>The file is not taken in this form.</summary>
    File,

    /// <summary>The token is not valid.</summary>
    Unauthorized,

    /// <summary>Somebody else asks for the updates, or a webhook is set.</summary>
    Conflict,

    /// <summary>Anything else: a fault of the bot's.</summary>
    Refused,
}

/// <summary>Reads such answers. Words are matched in short pieces: Telegram does not document its sentences.</summary>
internal static class Fault
{
    public static FaultKind KindOf(RequestException fault) => fault switch
    {
        ApiRequestException { ErrorCode: 429 } => FaultKind.TooFast,
        ApiRequestException { ErrorCode: >= 500 } => FaultKind.Unreachable,
        ApiRequestException { ErrorCode: 401 } => FaultKind.Unauthorized,
        ApiRequestException { ErrorCode: 409 } => FaultKind.Conflict,
        ApiRequestException { Parameters.MigrateToChatId: not null } => FaultKind.Migrated,
        ApiRequestException { ErrorCode: 403 } => FaultKind.Gone,
        ApiRequestException refused => KindOf(refused.Message),
        _ => FaultKind.Unreachable,
    };

    /// <summary>Whether what was sent may have arrived all the same.</summary>
    public static bool IsDoubtful(RequestException fault) => fault switch
    {
        ApiRequestException { ErrorCode: < 500 } => false,
        _ => fault.InnerException is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        },
    };

    /// <summary>What went wrong, for the log: never an address or a token.</summary>
    public static string Reason(RequestException fault) => fault switch
    {
        ApiRequestException refused => $"{refused.ErrorCode}: {refused.Message}",
        { HttpStatusCode: { } status } when status != HttpStatusCode.OK => $"HTTP {(int)status}",
        { InnerException: HttpRequestException inner } => $"{inner.HttpRequestError}",
        _ => fault.InnerException?.GetType().Name ?? "no answer",
    };

    private static FaultKind KindOf(string message)
    {
        (string Words, FaultKind Kind)[] known =
        [
            ("not modified", FaultKind.NotModified),
            ("too old", FaultKind.TooOld),
            ("query ID is invalid", FaultKind.TooOld),
            ("no text in the message", FaultKind.HasNoText),
            ("message to edit not found", FaultKind.MessageGone),
            ("message to delete not found", FaultKind.MessageGone),
            ("can't be edited", FaultKind.MessageGone),
            ("can't be deleted", FaultKind.MessageGone),
            ("MESSAGE_ID_INVALID", FaultKind.MessageGone),
            ("message thread not found", FaultKind.Gone),
            ("TOPIC_", FaultKind.Gone),
            ("chat not found", FaultKind.Gone),
            ("deactivated", FaultKind.Gone),
            ("not enough rights", FaultKind.Gone),
            ("can't parse entities", FaultKind.Markup),
            ("wrong file identifier", FaultKind.File),
            ("file reference", FaultKind.File),
            ("PHOTO_INVALID", FaultKind.File),
            ("IMAGE_PROCESS", FaultKind.File),
            ("wrong remote file", FaultKind.File),
        ];
        (string Words, FaultKind Kind) found = known.FirstOrDefault(one => message.Contains(one.Words, StringComparison.OrdinalIgnoreCase));
        return found.Words is null ? FaultKind.Refused : found.Kind;
    }
}
