using System.Globalization;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Telegram;

/// <summary>Telegram's conversations as addresses: the chat's id, and behind a slash the topic in a group that has topics.</summary>
/// <param name="Chat">The chat; that of a person is his own id, that of a group is negative.</param>
/// <param name="Topic">The topic; null for none.</param>
internal readonly record struct TelegramAddress(long Chat, int? Topic)
{
    public const string Platform = "telegram";

    /// <summary>Whether several people read it.</summary>
    public bool IsGroup => Chat < 0;

    /// <summary>As the rest of the house has it.</summary>
    public ChatAddress Address => new(Platform, Topic is { } topic ? $"{Text(Chat)}/{Text(topic)}" : Text(Chat));

    public static TelegramAddress Of(ChatAddress address)
    {
        int slash = address.Chat.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new TelegramAddress(long.Parse(address.Chat, CultureInfo.InvariantCulture), null)
            : new TelegramAddress(
                long.Parse(address.Chat.AsSpan(0, slash), CultureInfo.InvariantCulture), int.Parse(address.Chat.AsSpan(slash + 1), CultureInfo.InvariantCulture));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
