namespace StakeBot.Adapters.Telegram;

/// <summary>Who this bot is on Telegram, once Telegram has said it.</summary>
public sealed class BotIdentity
{
    private readonly TaskCompletionSource<BotAccount> _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes as soon as it is known; never where there is no Telegram.</summary>
    public Task<BotAccount> Known => _known.Task;

    internal void Is(BotAccount account) => _known.TrySetResult(account);
}

/// <summary>A bot's account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, without the @.</param>
public sealed record BotAccount(long Id, string Name)
{
    /// <summary>The link that opens a conversation with it; with a payload it sends <c>/start</c> with that.</summary>
    public string Link(string? payload = null) => payload is null ? $"https://t.me/{Name}" : $"https://t.me/{Name}?start={payload}";
}
