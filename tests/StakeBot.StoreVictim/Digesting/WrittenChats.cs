using System.Text;
using StakeBot.Bot.Chat;
using StakeBot.StoreVictim.Executing;

namespace StakeBot.StoreVictim.Digesting;

/// <summary>Conversations whose screens are one file, a line for everything that was shown: whose, and its title. What is written survives the process.</summary>
internal sealed class WrittenChats(string file) : IChat
{
    private readonly Lock _gate = new();
    private int _lastId;

    public string Platform => ProposedChange.Platform;

    public Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        byte[] line = Encoding.UTF8.GetBytes($"{address.Chat}: {reply.Title}\n");
        lock (_gate)
        {
            // In one write: a kill leaves all of the line or nothing.
            using FileStream screen = new(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            screen.Write(line);
        }
        Console.WriteLine("shown");
        return Task.FromResult<MessageRef?>(new MessageRef(address, $"{Interlocked.Increment(ref _lastId)}"));
    }

    public Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct) => throw new NotSupportedException("A digest is not edited.");

    public Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) => Task.FromResult(true);

    public Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct) => Task.CompletedTask;

    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct) => Task.CompletedTask;
}
