using StakeBot.Bot.People;

namespace StakeBot.Bot.Chat;

/// <summary>One thing that a person typed or tapped, whatever the platform.</summary>
/// <param name="Address">The conversation.</param>
/// <param name="Sender">Who it was, by the platform's own id.</param>
/// <param name="Text">What was typed; a tap on a plain button is the command that it stands for, one on a signed button is its sealed data.</param>
/// <param name="MessageId">The platform's id of the event: the same id is handled once.</param>
public sealed record ChatMessage(ChatAddress Address, PlatformIdentity Sender, string Text, string MessageId)
{
    /// <summary>Whether only the sender can read the conversation, as the platform says; on this machine it is always so.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The message whose signed button was pressed: <see cref="Text"/> is then data to be verified and never a command. Null for everything else.</summary>
    public MessageRef? Pressed { get; init; }

    /// <summary>Whether the platform may deliver the event again after a restart of the bot. Then it is taken durably.</summary>
    public bool MayComeAgain { get; init; } = true;

    /// <summary>Where the platform's queue is to be read on once this event is taken; null when it has no such place.</summary>
    public string? Position { get; init; }
}
