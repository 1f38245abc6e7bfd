using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Testing;

/// <summary>What a <see cref="ScriptedBot"/> says to a message.</summary>
public delegate Task<Reply> Script(ChatMessage message, CancellationToken ct);

/// <summary>What a <see cref="ScriptedBot"/> does about a press of a signed button.</summary>
public delegate Task<TapAnswer> PressScript(ChatMessage press, IChat chat, CancellationToken ct);

/// <summary>
/// Stands behind a surface where the bot would be: reads the inbox, shows that it types, answers by a script, and can be stopped.
/// </summary>
public sealed class ScriptedBot(Inbox inbox, RunningTurns turns, IEnumerable<IChat> chats, Script script, PressScript? presses = null) : BackgroundService
{
    private static readonly Reply Stopped = new()
    {
        Kind = ReplyKind.Refusal,
        Mode = ExecutionMode.Paper,
        Title = "Stopped",
        Lines = ["You stopped this.", "Nothing was changed."],
    };

    private readonly ConcurrentQueue<ChatMessage> _heard = new();

    /// <summary>Every message that reached it, in order.</summary>
    public IReadOnlyCollection<ChatMessage> Heard => _heard;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (ChatMessage message in inbox.Messages.ReadAllAsync(stoppingToken))
        {
            _heard.Enqueue(message);
            if (message.Pressed is null)
                await AnswerAsync(message, stoppingToken);
            else
                await TakePressAsync(message, stoppingToken);
        }
    }

    private async Task TakePressAsync(ChatMessage press, CancellationToken ct)
    {
        IChat chat = chats.Single(one => one.Platform == press.Address.Platform);
        if (presses is not null && await chat.AcknowledgeAsync(press, ct))
            await chat.AnswerPressAsync(press, await presses(press, chat, ct), ct);
    }

    private async Task AnswerAsync(ChatMessage message, CancellationToken ct)
    {
        IChat chat = chats.Single(one => one.Platform == message.Address.Platform);
        CancellationTokenSource turn = turns.Begin(message.Address, ct);
        try
        {
            await chat.ShowTypingAsync(message.Address, turn.Token);
            await chat.SendAsync(message.Address, await script(message, turn.Token), turn.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await chat.SendAsync(message.Address, Stopped, ct);
        }
        finally
        {
            turns.End(turn);
        }
    }
}
