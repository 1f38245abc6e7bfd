using StakeBot.Bot.Chat;
using Telegram.Bot.Types.ReplyMarkups;
using Document = StakeBot.Bot.Chat.Document;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>One message of Telegram's: a text, or pictures, or a file with a text below.</summary>
/// <param name="Html">The text.</param>
internal sealed record MessagePart(string Html)
{
    /// <summary>One picture, or two to ten as an album, each with what is below it.</summary>
    public IReadOnlyList<(Picture Picture, string Caption)> Pictures { get; init; } = [];

    /// <summary>A file.</summary>
    public Document? Document { get; init; }

    /// <summary>The buttons.</summary>
    public InlineKeyboardMarkup? Keyboard { get; init; }

    /// <summary>How much text Telegram takes here.</summary>
    public int Most => Pictures.Count > 0 || Document is not null ? TextParts.CaptionLength : TextParts.MessageLength;
}
