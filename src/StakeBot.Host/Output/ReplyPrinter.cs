using StakeBot.Bot.Chat;

namespace StakeBot.Host.Output;

/// <summary>A reply on a console: text or JSON, pictures into a folder.</summary>
internal sealed class ReplyPrinter(TextWriter output, string? folder, bool json)
{
    /// <summary>Why the folder cannot be written; null when it can, or when none was asked for.</summary>
    public string? Problem()
    {
        if (folder is null)
            return null;
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return $"The folder {folder} cannot be written: name another with --out. Nothing was written.";
        }
    }

    public async Task PrintAsync(Reply reply, CancellationToken ct)
    {
        List<(Picture Picture, string? Path)> pictures = [];
        foreach (Picture picture in reply.Pictures)
            pictures.Add((picture, await WriteAsync(picture, ct)));
        string text = json ? ReplyJson.Of(reply, pictures) : ReplyText.Of(reply, pictures);
        await output.WriteLineAsync(text.AsMemory(), ct);
    }

    private async Task<string?> WriteAsync(Picture picture, CancellationToken ct)
    {
        if (folder is null)
            return null;
        string path = Path.Combine(folder, picture.FileName);
        await File.WriteAllBytesAsync(path, picture.Png, ct);
        return path;
    }
}
