namespace StakeBot.Bot.Chat;

/// <summary>The way out to the people of one platform.</summary>
public interface IChat
{
    /// <summary>The platform, as in <see cref="ChatAddress.Platform"/>.</summary>
    string Platform { get; }

    /// <summary>Shows a reply. Throws nothing for a conversation that is gone: it is logged and dropped.</summary>
    Task SendAsync(ChatAddress address, Reply reply, CancellationToken ct);

    /// <summary>Shows for a few seconds that an answer is being made; called again while it is.</summary>
    Task ShowTypingAsync(ChatAddress address, CancellationToken ct);
}
