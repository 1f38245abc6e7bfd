using System.Globalization;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>Does something to a conversation: the request, and whether an earlier try may have arrived.</summary>
internal delegate Task<T> SendRequest<T>(ITelegramBotClient bot, bool repeated, CancellationToken ct);

/// <summary>Sends requests to conversations: at their pace, after a 429 when Telegram wants them, and as stubbornly as they are worth.</summary>
internal sealed class Sender(ApiClient client, SendPace pace, Backoff backoff, FatalEnd end, TimeProvider time, ILogger<Sender> logger)
{
    // What is to be sent again later waits in the outbox; what is not waits here.
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WorthOfAnAnswer = TimeSpan.FromMinutes(15);

    /// <summary>Sends something that its maker sends again later if need be.</summary>
    /// <exception cref="ChatUnavailableException">Not now.</exception>
    public Task<T> SendAsync<T>(long chat, SendRequest<T> request, CancellationToken ct) => TryAsync(chat, request, repeated: false, isAnswer: false, ct);

    /// <summary>Sends an answer that somebody waits for: waits out what Telegram asks for, and tries again until nobody would wait any longer.</summary>
    /// <exception cref="ChatUnavailableException">It was tried long enough.</exception>
    public async Task<T> InsistAsync<T>(long chat, SendRequest<T> request, CancellationToken ct)
    {
        DateTimeOffset until = time.GetUtcNow() + WorthOfAnAnswer;
        bool repeated = false;
        for (int faults = 1; ; faults++)
        {
            try
            {
                return await TryAsync(chat, request, repeated, isAnswer: true, ct);
            }
            catch (ChatUnavailableException unavailable) when (time.GetUtcNow() < until)
            {
                repeated |= unavailable.InnerException is RequestException fault && Fault.IsDoubtful(fault);
            }
            await Task.Delay(backoff.After(faults), time, ct);
        }
    }

    /// <summary>Does something that has no pace of its own, such as acknowledging a press.</summary>
    /// <exception cref="ChatUnavailableException">Not now.</exception>
    public async Task<T> CallAsync<T>(Func<ITelegramBotClient, Task<T>> request)
    {
        try
        {
            return await request(client.Bot);
        }
        catch (RequestException fault) when (Fault.KindOf(fault) is FaultKind.Unreachable or FaultKind.TooFast or FaultKind.Unauthorized)
        {
            throw Unavailable(fault);
        }
    }

    private async Task<T> TryAsync<T>(long chat, SendRequest<T> request, bool repeated, bool isAnswer, CancellationToken ct)
    {
        while (true)
        {
            if (pace.HeldFor(chat) is var held && held > (isAnswer ? WorthOfAnAnswer : ShortWait))
                throw new ChatUnavailableException("Telegram asks to wait.") { RetryAfter = held };
            using IDisposable turn = await pace.EnterAsync(chat, isAnswer, ct);
            try
            {
                return await request(client.Bot, repeated, ct);
            }
            catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.TooFast)
            {
                TimeSpan wait = TimeSpan.FromSeconds(fault.Parameters?.RetryAfter ?? 1);
                TelegramLog.TooFast(logger, wait.TotalSeconds, Text(chat));
                pace.Hold(chat, wait);
            }
            catch (RequestException fault)
            {
                throw Told(fault, chat);
            }
        }
    }

    private Exception Told(RequestException fault, long chat)
    {
        switch (Fault.KindOf(fault))
        {
            case FaultKind.Unreachable or FaultKind.Unauthorized or FaultKind.Conflict:
                return Unavailable(fault);
            case FaultKind.Migrated:
                long to = ((ApiRequestException)fault).Parameters!.MigrateToChatId!.Value;
                TelegramLog.Migrated(logger, Text(chat), Text(to));
                return new ChatMigratedException(to, fault);
            case FaultKind.Gone:
                TelegramLog.ConversationGone(logger, Text(chat), Fault.Reason(fault));
                return new ConversationGoneException(fault.Message, fault);
            default:
                return fault;
        }
    }

    private ChatUnavailableException Unavailable(RequestException fault)
    {
        if (Fault.KindOf(fault) == FaultKind.Unauthorized)
            end.WrongToken();
        return new ChatUnavailableException($"Telegram cannot be used now ({Fault.Reason(fault)}).", fault)
        {
            RetryAfter = fault is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : null,
        };
    }

    private static string Text(long chat) => chat.ToString(CultureInfo.InvariantCulture);
}
