namespace StakeBot.Bot.Chat;

/// <summary>A message that was shown, by which it can be edited in place.</summary>
/// <param name="Address">The conversation.</param>
/// <param name="MessageId">The platform's id of the message.</param>
public sealed record MessageRef(ChatAddress Address, string MessageId);
