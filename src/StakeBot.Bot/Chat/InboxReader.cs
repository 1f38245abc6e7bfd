using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Commands;

namespace StakeBot.Bot.Chat;

/// <summary>
/// Takes messages out of the inbox and answers them: one at a time for a person in a conversation, all others side by side, so that one person's
/// slow question never holds up another's. Presses of signed buttons wait for nobody: platforms want them acknowledged within seconds.
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
    private readonly ConcurrentDictionary<(ChatAddress Where, string Who), Task> _last = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReadAsync(stoppingToken);
        }
        finally
        {
            // What has been shown is noted before the store closes.
            await Task.WhenAll(_last.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        await foreach (ChatMessage message in inbox.Messages.ReadAllAsync(stoppingToken))
        {
            if (message.Pressed is not null)
            {
                _ = Task.Run(() => TakePressAsync(message, stoppingToken), stoppingToken);
                continue;
            }
            (ChatAddress, string) person = (message.Address, message.Sender.Id);
            Task before = _last.GetValueOrDefault(person, Task.CompletedTask);
            Task turn = Task.Run(() => TakeTurnAsync(before, message, stoppingToken), stoppingToken);
            _last[person] = turn;
            _ = turn.ContinueWith(
                done => _last.TryRemove(new KeyValuePair<(ChatAddress, string), Task>(person, done)),
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
            Reply reply = await answer;
            if (await chat.AnswerAsync(message, reply, stopping) is { } shown && reply.Card is { } card)
                await cards.ShownAsync(card, shown, CancellationToken.None);
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
            turns.End(turn);
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
