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

    /// <summary>
    /// The public address at which Telegram is to deliver, such as <c>https://bot.example.org/telegram</c>; whatever answers there hands requests on to the
    /// same path of this process. Nothing: the bot asks Telegram by itself, which needs no address.
    /// </summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What Telegram has to send along with each delivery. A secret.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Whether anything is set at all.</summary>
    public bool IsConfigured => Token is not null || OwnerId is not null || ApiBase is not null || WebhookUrl is not null || WebhookSecret is not null;
}
