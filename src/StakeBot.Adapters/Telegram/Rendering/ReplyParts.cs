using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Adapters.Telegram.Rendering;

/// <summary>
/// A reply as Telegram's messages. A picture carries its text below it where that fits, with the alt text as the first line; otherwise pictures come first
/// and the text follows. The buttons are on the last message with text.
/// </summary>
internal static class ReplyParts
{
    private const int MostInAlbum = 10;

    // What somebody reads in a chat without losing his place; a longer table is a file.
    private const int LongestTable = 2 * TextParts.MessageLength;

    // Room for "(repeated)" and "(shortened)".
    private const int Spare = 16;

    /// <param name="reply">What to say.</param>
    /// <param name="table">The command whose table is within reach; null for none.</param>
    /// <param name="address">Where.</param>
    /// <param name="seal">Signs buttons.</param>
    public static IReadOnlyList<MessagePart> Of(Reply reply, string? table, ChatAddress address, TapSeal seal)
    {
        Keyboard keyboard = Keyboard.Of(reply.Buttons, reply.Table is { Rows.Count: > 0 } && !reply.ShowTable ? table : null, address, seal);
        TextLine[] shown = reply is { ShowTable: true, Table: { Rows.Count: > 0 } rows } ? [.. TableLines.Of(rows)] : [];
        bool isFile = shown.Sum(line => line.Length + 1) > LongestTable;
        Document[] documents = [.. reply.Documents, .. isFile ? [TableFile.Of(reply.Table!)] : Array.Empty<Document>()];
        TextLine[] lines = [TextLine.Of(reply.Headline, LineStyle.Bold), .. reply.Lines.Select(line => TextLine.Of(line)), .. isFile ? [] : shown, .. keyboard.Written];
        if (reply.Pictures is [var only] && documents.Length == 0 && WithPicture(reply, only, lines) is { } caption)
            return [new MessagePart(caption) { Pictures = [(only, caption)], Keyboard = keyboard.Rows }];
        List<MessagePart> parts = [.. reply.Pictures.Chunk(MostInAlbum).Select(some => Album(some, reply.Mode))];
        parts.AddRange(TextParts.Of(lines, TextParts.MessageLength - Spare).Select(text => new MessagePart(text)));
        parts[^1] = parts[^1] with { Keyboard = keyboard.Rows };
        parts.AddRange(documents.Select(document => new MessagePart(Badge(reply.Mode, document.FileName)) { Document = document }));
        return parts;
    }

    /// <summary>The numbers behind a reply, and nothing else of it.</summary>
    public static Reply TableOf(Reply reply) => reply.Table is { Rows.Count: > 0 }
        ? reply with { Lines = [], Pictures = [], Documents = [], Buttons = [], ShowTable = true, Title = $"{reply.Title}: the numbers" }
        : reply;

    /// <summary>A reply in one message, for editing one that is shown: what does not fit is left out, and that is said.</summary>
    public static MessagePart Single(Reply reply, ChatAddress address, TapSeal seal, int most)
    {
        Keyboard keyboard = Keyboard.Of(reply.Buttons, null, address, seal);
        IReadOnlyList<string> parts = TextParts.Of(
            [TextLine.Of(reply.Headline, LineStyle.Bold), .. reply.Lines.Select(line => TextLine.Of(line)), .. keyboard.Written], most - Spare);
        return new MessagePart(parts.Count == 1 ? parts[0] : $"{parts[0]}\n… (shortened)") { Keyboard = keyboard.Rows };
    }

    private static string? WithPicture(Reply reply, Picture picture, TextLine[] lines)
    {
        TextLine[] all = [TextLine.Of($"[{reply.Mode.Badge}] {picture.AltText}"), TextLine.Of(reply.Title, LineStyle.Bold), .. lines[1..]];
        return TextParts.Fits(all, TextParts.CaptionLength - Spare) ? TextParts.Html(all) : null;
    }

    private static MessagePart Album(Picture[] pictures, ExecutionMode mode)
    {
        (Picture, string)[] captioned = [.. pictures.Select(picture => (picture, Badge(mode, picture.AltText)))];
        return new MessagePart(captioned[0].Item2) { Pictures = captioned };
    }

    private static string Badge(ExecutionMode mode, string text) => TextParts.Of([TextLine.Of($"[{mode.Badge}] {text}")], TextParts.CaptionLength - Spare)[0];
}
