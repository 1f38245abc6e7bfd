using System.Text;
using StakeBot.Bot.Chat;

namespace StakeBot.Host.Output;

/// <summary>A reply as plain text, for consoles and screen readers.</summary>
internal static class ReplyText
{
    private const char NewLine = '\n';

    public static string Of(Reply reply, IReadOnlyList<WrittenFile<Picture>> pictures, IReadOnlyList<WrittenFile<Document>> documents)
    {
        StringBuilder text = new(ChatTime.ToUtc(reply.Headline));
        foreach (string line in reply.Lines)
            text.Append(NewLine).Append(ChatTime.ToUtc(line));
        foreach ((Picture picture, string? path) in pictures)
            text.Append(NewLine).Append(path is null ? $"Picture: {picture.AltText} (--out DIR writes it)" : $"Picture {path}: {picture.AltText}");
        foreach ((Document document, string? path) in documents)
            text.Append(NewLine).Append(path is null ? $"File: {document.FileName} (--out DIR writes it)" : $"File {path}: {document.Bytes.Length} bytes");
        if (reply.ShowTable && reply.Table is { } table)
            text.Append(NewLine).Append(TextTable.Of(table));
        if (reply.Buttons.Count > 0)
            text.Append(NewLine).Append("Next: ").AppendJoin(" · ", reply.Buttons.Select(button => button.Command));
        return text.ToString();
    }
}
