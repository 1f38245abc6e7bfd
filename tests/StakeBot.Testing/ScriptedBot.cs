using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Testing;

/// <summary>What a <see cref="ScriptedBot"/> says to a message.</summary>
public delegate Task<Reply> Script(ChatMessage message, CancellationToken ct);

/// <summary>
/// Stands behind a surface where the bot would be: reads the inbox, shows that it types, answers by a script, and can be stopped.
/// </summary>
public sealed class ScriptedBot(Inbox inbox, RunningTurns turns, IEnumerable<IChat> chats, Script script) : BackgroundService
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
            await AnswerAsync(message, stoppingToken);
        }
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
            turns.End(message.Address, turn);
        }
    }
}
