using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Commands;

namespace StakeBot.Bot.Chat;

/// <summary>
/// Takes messages out of the inbox and answers them: one at a time within a conversation, conversations side by side, so that one person's slow
/// question never holds up another's. Presses of signed buttons wait for nobody: platforms want them acknowledged within seconds.
/// </summary>
internal sealed class InboxReader(
    Inbox inbox,
    IAnswerer router,
    TapRouter taps,
    IEnumerable<IChat> chats,
    IShownCards cards,
    RunningTurns turns,
    TimeProvider time,
    ILogger<InboxReader> logger) : BackgroundService
{
    private static readonly TimeSpan TypingAfter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(4);

    private readonly Dictionary<string, IChat> _chats = chats.ToDictionary(chat => chat.Platform);
    private readonly ConcurrentDictionary<ChatAddress, Task> _last = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (ChatMessage message in inbox.Messages.ReadAllAsync(stoppingToken))
        {
            if (message.Pressed is not null)
            {
                _ = Task.Run(() => TakePressAsync(message, stoppingToken), stoppingToken);
                continue;
            }
            Task before = _last.GetValueOrDefault(message.Address, Task.CompletedTask);
            Task turn = Task.Run(() => TakeTurnAsync(before, message, stoppingToken), stoppingToken);
            _last[message.Address] = turn;
            _ = turn.ContinueWith(
                done => _last.TryRemove(new KeyValuePair<ChatAddress, Task>(message.Address, done)),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private async Task TakeTurnAsync(Task before, ChatMessage message, CancellationToken stopping)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_chats.TryGetValue(message.Address.Platform, out IChat? chat))
            return;
        CancellationTokenSource turn = turns.Begin(message.Address, stopping);
        try
        {
            Task<Reply> answer = router.AnswerAsync(message, turn.Token);
            await ShowTypingUntilAsync(answer, chat, message.Address, stopping);
            if (await answer is { Unsaid: false } reply && await chat.SendAsync(message.Address, reply, stopping) is { } shown && reply.Card is { } card)
                await cards.ShownAsync(card, shown, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The bot is going down: the platform will deliver the message again, or its sender will.
        }
        catch (Exception error)
        {
            BotLog.AnswerNotSent(logger, error, message.Address.Platform);
        }
        finally
        {
            turns.End(message.Address, turn);
        }
    }

    private async Task TakePressAsync(ChatMessage press, CancellationToken stopping)
    {
        if (!_chats.TryGetValue(press.Address.Platform, out IChat? chat))
            return;
        try
        {
            await taps.TakeAsync(press, chat, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The bot is going down. What the press has done is done; what it has not done needs another press.
        }
        catch (Exception error)
        {
            BotLog.PressNotAnswered(logger, error, press.Address.Platform);
        }
    }

    private async Task ShowTypingUntilAsync(Task answer, IChat chat, ChatAddress address, CancellationToken ct)
    {
        TimeSpan wait = TypingAfter;
        while (!answer.IsCompleted)
        {
            using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(ct);
            Task delay = Task.Delay(wait, time, done.Token);
            if (await Task.WhenAny(answer, delay) == answer)
            {
                await done.CancelAsync();
                return;
            }
            await chat.ShowTypingAsync(address, ct);
            wait = TypingAgain;
        }
    }
}
