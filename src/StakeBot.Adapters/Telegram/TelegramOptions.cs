namespace StakeBot.Adapters.Telegram;

/// <summary>How to reach Telegram. Nothing set means: no Telegram.</summary>
public sealed class TelegramOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Telegram";

    /// <summary>The bot's token from BotFather. A secret.</summary>
    public string? Token { get; set; }

    /// <summary>The numeric id of the person who owns this bot; without it he makes himself known with a code off the console.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Another server that speaks the Bot API; nothing for Telegram's own.</summary>
    public string? ApiBase { get; set; }

    /// <summary>Whether anything is set at all.</summary>
    public bool IsConfigured => Token is not null || OwnerId is not null || ApiBase is not null;
}
