using StakeBot.Bot.Chat;

namespace StakeBot.Host.Output;

/// <summary>A reply on a console: text or JSON, pictures and files into a folder.</summary>
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
        List<WrittenFile<Picture>> pictures = [];
        foreach (Picture picture in reply.Pictures)
            pictures.Add(new WrittenFile<Picture>(picture, await WriteAsync(picture.FileName, picture.Png, ct)));
        List<WrittenFile<Document>> documents = [];
        foreach (Document document in reply.Documents)
            documents.Add(new WrittenFile<Document>(document, await WriteAsync(document.FileName, document.Bytes, ct)));
        string text = json ? ReplyJson.Of(reply, pictures, documents) : ReplyText.Of(reply, pictures, documents);
        await output.WriteLineAsync(text.AsMemory(), ct);
    }

    private async Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (folder is null)
            return null;
        string path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, bytes, ct);
        return path;
    }
}
