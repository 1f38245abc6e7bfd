using System.Globalization;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Discord.Rendering;

/// <summary>The pictures and files of a reply, each under a name that the message can point to.</summary>
internal sealed class ReplyFiles
{
    /// <summary>What Discord takes of one file where nothing was bought.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int LargestRequest = 24 * 1024 * 1024;
    private const int MostFiles = 10;
    private const int LongestDescription = 1024;

    private readonly List<DiscordFile> _files = [];
    private readonly List<string?> _descriptions = [];
    private readonly List<string> _leftOut = [];
    private int _bytes;

    private ReplyFiles()
    {
    }

    /// <summary>Everything in the order of the attachments.</summary>
    public IReadOnlyList<DiscordFile> All => _files;

    /// <summary>The pictures: name and description.</summary>
    public IReadOnlyList<(string Name, string Description)> Pictures =>
        [.. _files.Zip(_descriptions).Where(file => file.Second is not null).Select(file => (file.First.FileName, file.Second!))];

    /// <summary>The names of what is no picture.</summary>
    public IReadOnlyList<string> Documents => [.. _files.Zip(_descriptions).Where(file => file.Second is null).Select(file => file.First.FileName)];

    /// <summary>What is too large for Discord, one sentence each.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    public static ReplyFiles Of(Reply reply)
    {
        ReplyFiles files = new();
        foreach (Picture picture in reply.Pictures)
            files.Add(picture.FileName, "image/png", picture.Png, Cut(picture.AltText, LongestDescription));
        foreach (Document document in reply.Documents)
            files.Add(document.FileName, document.MediaType, document.Bytes, null);
        return files;
    }

    /// <summary>Adds a text that is too long for the message.</summary>
    public void AddText(string name, string text) => Add(name, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text), null);

    /// <summary>The list that says which file is which.</summary>
    public JsonArray Attachments()
    {
        JsonArray attachments = [];
        for (int i = 0; i < _files.Count; i++)
        {
            JsonObject entry = new() { ["id"] = i.ToString(CultureInfo.InvariantCulture), ["filename"] = _files[i].FileName };
            if (_descriptions[i] is { } description)
                entry["description"] = description;
            attachments.Add(entry);
        }
        return attachments;
    }

    private void Add(string name, string mediaType, ReadOnlyMemory<byte> bytes, string? description)
    {
        if (_files.Count == MostFiles || bytes.Length > LargestFile || _bytes + bytes.Length > LargestRequest)
        {
            _leftOut.Add($"{name} is too large for Discord ({bytes.Length / 1_000_000.0:0.0} MB); ask for it on the local page.");
            return;
        }
        _bytes += bytes.Length;
        string unique = _files.Exists(file => file.FileName == name) ? $"{_files.Count}-{name}" : name;
        _files.Add(new DiscordFile(unique, mediaType, bytes));
        _descriptions.Add(description);
    }

    internal static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
}
