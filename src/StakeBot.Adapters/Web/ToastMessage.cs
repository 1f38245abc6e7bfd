namespace StakeBot.Adapters.Web;

/// <summary>What became of a press, for the presser.</summary>
/// <param name="On">The message that the button is on.</param>
/// <param name="Text">One line; null when the message itself says enough.</param>
internal sealed record ToastMessage(string On, string? Text);
