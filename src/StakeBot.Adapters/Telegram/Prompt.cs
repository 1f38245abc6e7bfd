using System.Text.RegularExpressions;
using StakeBot.Adapters.Telegram.Rendering;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Telegram;

/// <summary>
/// Asks for the line that a button needs besides its press: a message that wants to be answered, and says itself which command the answer completes. So
/// nothing has to be remembered, and the answer is a typed command of whoever gives it.
/// </summary>
internal static partial class Prompt
{
    public static string Html(Button button, string badge) =>
        TextParts.Html([TextLine.Of($"[{badge}] {button.Asks}"), TextLine.Of($"↩ Answer this message, or type: {button.Command} …")]);

    /// <summary>The command that an answer to one of the bot's messages is for; null when that message asks for none.</summary>
    public static string? CommandOf(string asked) => Asked.Match(asked) is { Success: true } match ? match.Groups["command"].Value : null;

    [GeneratedRegex(@"\n↩ Answer this message, or type: (?<command>/[a-z]+ [A-Z0-9]{4}) …\z", RegexOptions.None, 1000)]
    private static partial Regex Asked { get; }
}
