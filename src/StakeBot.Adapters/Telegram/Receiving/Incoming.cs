using StakeBot.Bot.Chat;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Telegram.Receiving;

/// <summary>What an update of Telegram's means here.</summary>
internal abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>Something for the bot: a line, or the press of a signed button.</summary>
    internal sealed record Said(ChatMessage Message) : Incoming;

    /// <summary>The press of a plain button: the command that it stands for, once it is acknowledged.</summary>
    /// <param name="Press">The press, for the acknowledgement.</param>
    /// <param name="Message">The command; null when the button's message does not tell it any more.</param>
    internal sealed record Pressed(ChatMessage Press, ChatMessage? Message) : Incoming;

    /// <summary>A line that is answered without being read any further.</summary>
    internal sealed record Turned(ChatMessage Message, Reply Reply) : Incoming;

    /// <summary>Somebody blocked the bot or took it out of a group.</summary>
    internal sealed record Lost(PlatformIdentity Who, string? Group) : Incoming;

    /// <summary>Nothing for the bot.</summary>
    internal sealed record Nothing : Incoming;
}
