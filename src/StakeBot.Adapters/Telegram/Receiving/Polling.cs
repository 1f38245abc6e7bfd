using System.Globalization;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Bot.Ports.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace StakeBot.Adapters.Telegram.Receiving;

/// <summary>
/// Asks Telegram for updates, one question at a time, held open until there are some. What was taken is confirmed by the next question; whatever
/// was not comes again. After a fault it waits, longer each time.
/// </summary>
internal sealed class Polling(ApiClient client, UpdateTaking taking, Backoff backoff, FatalEnd end, TimeProvider time, ILogger<Polling> logger, IInboxLog? log = null)
{
    /// <summary>What the bot wants to hear of.</summary>
    public static readonly IReadOnlyList<UpdateType> Wanted = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private const int MostAtOnce = 100;
    private const int HeldSeconds = 50;
    private const int MostConflicts = 5;

    private int? _offset;
    private bool _knowsOffset;
    private int _faults;
    private int _conflicts;

    /// <summary>Until it is told to stop, or only a person can help.</summary>
    public async Task RunAsync(BotAccount me, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await AskAsync(me, stopping);
                if (_faults > 0)
                    TelegramLog.Reached(logger);
                (_faults, _conflicts) = (0, 0);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.Unauthorized)
            {
                end.WrongToken();
                return;
            }
            catch (ApiRequestException fault) when (Fault.KindOf(fault) == FaultKind.Conflict)
            {
                if (!await GoOnAfterConflictAsync(stopping))
                    return;
            }
            catch (Exception fault) when (fault is RequestException or StoreUnavailableException)
            {
                await WaitAsync(fault, stopping);
            }
        }
        await taking.SettledAsync();
    }

    private async Task AskAsync(BotAccount me, CancellationToken stopping)
    {
        if (!_knowsOffset && log is not null)
            _offset = int.TryParse(await log.PositionAsync(TelegramAddress.Platform, stopping), NumberStyles.None, CultureInfo.InvariantCulture, out int position) ? position : null;
        _knowsOffset = true;
        foreach (Update update in await client.Bot.GetUpdates(_offset, MostAtOnce, HeldSeconds, Wanted, stopping))
        {
            await taking.TakeAsync(update, me, isQueued: true, stopping);
            _offset = update.Id + 1;
        }
    }

    // A webhook of an earlier configuration is taken away once. Another process that asks is a mistake that only a person can mend.
    private async Task<bool> GoOnAfterConflictAsync(CancellationToken stopping)
    {
        TelegramLog.Conflict(logger);
        if (++_conflicts >= MostConflicts)
        {
            end.AnotherInstance();
            return false;
        }
        try
        {
            if (_conflicts == 1)
                await client.Bot.DeleteWebhook(cancellationToken: stopping);
            await Task.Delay(backoff.After(_conflicts), time, stopping);
        }
        catch (Exception fault) when (fault is RequestException or OperationCanceledException)
        {
            // The next question says what is the matter.
        }
        return true;
    }

    private async Task WaitAsync(Exception fault, CancellationToken stopping)
    {
        TimeSpan wait = backoff.After(++_faults);
        if (fault is ApiRequestException { Parameters.RetryAfter: { } asked } && TimeSpan.FromSeconds(asked) is var longer && longer > wait)
            wait = longer;
        TelegramLog.Unreachable(logger, fault is RequestException request ? Fault.Reason(request) : fault.Message, wait.TotalSeconds);
        await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
