using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using Telegram.Bot.Types;

namespace StakeBot.Adapters.Telegram.Receiving;

/// <summary>
/// Takes updates, each once and durably, with the place from which Telegram's queue is read on. What takes long or speaks to Telegram is done beside, so
/// that it holds up no other update.
/// </summary>
internal sealed class UpdateTaking(
    Inbox inbox, UpdateReading reading, TelegramChat chat, LostContacts contacts, BotMode mode, TimeProvider time, ILogger<UpdateTaking> logger, IInboxLog? log = null)
{
    private readonly ConcurrentDictionary<Task, bool> _beside = new();

    /// <summary>Takes one.</summary>
    /// <param name="update">The update.</param>
    /// <param name="me">Who the bot is.</param>
    /// <param name="isQueued">Whether it came out of a queue that is read on from behind it.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">It was not taken; it will come again.</exception>
    public async Task TakeAsync(Update update, BotAccount me, bool isQueued, CancellationToken ct)
    {
        string? position = isQueued ? (update.Id + 1).ToString(CultureInfo.InvariantCulture) : null;
        Incoming incoming = Read(update, me);
        if (incoming is Incoming.Said said)
            await inbox.PostAsync(said.Message with { Position = position }, ct);
        else if (log is null || await log.TryTakeAsync(TelegramAddress.Platform, $"update/{update.Id}", position, time.GetUtcNow(), ct))
            Beside(incoming, ct);
    }

    /// <summary>Completes when nothing is being done beside.</summary>
    public Task SettledAsync() => Task.WhenAll(_beside.Keys);

    // One that cannot be read would otherwise hold up all that follow, for ever.
    private Incoming Read(Update update, BotAccount me)
    {
        try
        {
            return reading.Read(update, me);
        }
        catch (Exception fault)
        {
            TelegramLog.UpdateUnreadable(logger, fault);
            return new Incoming.Nothing();
        }
    }

    private void Beside(Incoming incoming, CancellationToken ct)
    {
        if (incoming is Incoming.Nothing)
            return;
        Task work = Task.Run(() => TryActAsync(incoming, ct), CancellationToken.None);
        _beside[work] = true;
        _ = work.ContinueWith(done => _beside.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task TryActAsync(Incoming incoming, CancellationToken ct)
    {
        try
        {
            await ActAsync(incoming, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot is going down. Nothing was begun that matters.
        }
        catch (Exception fault)
        {
            TelegramLog.UpdateFailed(logger, fault);
        }
    }

    private async Task ActAsync(Incoming incoming, CancellationToken ct)
    {
        switch (incoming)
        {
            case Incoming.Pressed pressed when await chat.AcknowledgeAsync(pressed.Press, ct):
                if (pressed.Message is { } command)
                    await inbox.PostAsync(command, ct);
                else
                    await chat.AnswerPressAsync(pressed.Press, new TapAnswer("This button is too old for me to know what it stands for. Type the command. Nothing was changed.", null), ct);
                break;
            case Incoming.Turned turned:
                await chat.AnswerAsync(turned.Message, turned.Reply with { Mode = mode.Value }, ct);
                break;
            case Incoming.Lost lost:
                await contacts.LostAsync(lost.Who, lost.Group, ct);
                break;
        }
    }
}
