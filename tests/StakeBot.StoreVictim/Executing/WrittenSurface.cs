using StakeBot.Bot.Chat;

namespace StakeBot.StoreVictim.Executing;

/// <summary>A conversation whose screen is a file, a line for everything that was shown: what a process showed before it was killed can be read afterwards.</summary>
internal sealed class WrittenSurface(string file) : IChat
{
    private int _lastId;

    public string Platform => ProposedChange.Platform;

    public Task<MessageRef?> SendAsync(ChatAddress address, Reply reply, CancellationToken ct)
    {
        File.AppendAllText(file, $"new: {reply.Title}\n");
        return Task.FromResult<MessageRef?>(new MessageRef(address, $"{++_lastId}"));
    }

    public Task<bool> EditAsync(MessageRef message, Reply reply, CancellationToken ct)
    {
        File.AppendAllText(file, $"edit: {reply.Title}\n");
        return Task.FromResult(true);
    }

    public Task<bool> AcknowledgeAsync(ChatMessage press, CancellationToken ct) => Task.FromResult(true);

    public Task AnswerPressAsync(ChatMessage press, TapAnswer answer, CancellationToken ct) => Task.CompletedTask;

    public Task ShowTypingAsync(ChatAddress address, CancellationToken ct) => Task.CompletedTask;
}
