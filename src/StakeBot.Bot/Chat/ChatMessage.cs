using StakeBot.Bot.People;

namespace StakeBot.Bot.Chat;

/// <summary>One thing that a person typed or tapped, whatever the platform.</summary>
/// <param name="Address">The conversation.</param>
/// <param name="Sender">Who it was, by the platform's own id.</param>
/// <param name="Text">What was typed; a tap is the command that its button stands for.</param>
/// <param name="MessageId">The platform's id of the event: the same id is handled once.</param>
public sealed record ChatMessage(ChatAddress Address, PlatformIdentity Sender, string Text, string MessageId)
{
    /// <summary>Whether only the sender can read the conversation, as the platform says; on this machine it is always so.</summary>
    public bool IsPrivate { get; init; }
}
