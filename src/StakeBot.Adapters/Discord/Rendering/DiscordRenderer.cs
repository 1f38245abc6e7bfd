using System.Text.Json.Nodes;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Discord.Rendering;

/// <summary>A reply as a message: with components of the second version, or as plain as Discord has known it from the beginning.</summary>
internal sealed class DiscordRenderer(TapSeal seal)
{
    private const int ComponentsV2Flag = 1 << 15;
    private const int TextDisplay = 10;
    private const int MediaGallery = 12;
    private const int FileComponent = 13;
    private const int Container = 17;

    // Below Discord's 4,000 characters and about 10,000 bytes, and 4,096 of an embed's description.
    private const int Characters = 3800;
    private const int Bytes = 9000;

    /// <summary>With components: what is shown in the first place.</summary>
    public RenderedMessage Rich(Reply reply, ChatAddress address)
    {
        (ReplyText text, ReplyFiles files, ButtonRows buttons) = Parts(reply, address);
        JsonArray parts = [new JsonObject { ["type"] = TextDisplay, ["content"] = $"**{text.Headline}**{(text.Body.Length == 0 ? "" : "\n")}{text.Body}" }];
        if (files.Pictures.Count > 0)
            parts.Add(new JsonObject { ["type"] = MediaGallery, ["items"] = new JsonArray([.. files.Pictures.Select(GalleryItem)]) });
        foreach (string document in files.Documents)
            parts.Add(new JsonObject { ["type"] = FileComponent, ["file"] = Attachment(document) });
        foreach (JsonObject row in buttons.Rows)
            parts.Add(row);
        return new RenderedMessage(
            new JsonObject
            {
                ["flags"] = ComponentsV2Flag,
                ["components"] = new JsonArray(new JsonObject { ["type"] = Container, ["components"] = parts }),
                ["attachments"] = files.Attachments(),
                ["allowed_mentions"] = Nobody(),
            },
            files.All);
    }

    /// <summary>As an embed: where components are not taken.</summary>
    public RenderedMessage Plain(Reply reply, ChatAddress address)
    {
        (ReplyText text, ReplyFiles files, ButtonRows buttons) = Parts(reply, address);
        JsonObject embed = new() { ["title"] = text.Headline, ["description"] = text.Body };
        JsonArray embeds = [embed];
        if (files.Pictures.Count > 0)
            embed["image"] = Attachment(files.Pictures[0].Name);
        return new RenderedMessage(
            new JsonObject
            {
                ["embeds"] = embeds,
                ["components"] = new JsonArray([.. buttons.Rows]),
                ["attachments"] = files.Attachments(),
                ["allowed_mentions"] = Nobody(),
            },
            files.All);
    }

    /// <summary>One line for one person.</summary>
    public static RenderedMessage Sentence(string text) => new(
        new JsonObject
        {
            ["flags"] = ComponentsV2Flag | RenderedMessage.EphemeralFlag,
            ["components"] = new JsonArray(new JsonObject { ["type"] = TextDisplay, ["content"] = ReplyFiles.Cut(text, Characters) }),
            ["allowed_mentions"] = Nobody(),
        },
        []);

    private (ReplyText Text, ReplyFiles Files, ButtonRows Buttons) Parts(Reply reply, ChatAddress address)
    {
        ReplyFiles files = ReplyFiles.Of(reply);
        ButtonRows buttons = ButtonRows.Of(reply, address, seal);
        return (ReplyText.Of(reply, files, [.. files.LeftOut, .. buttons.ToType], Characters, Bytes), files, buttons);
    }

    private static JsonObject GalleryItem((string Name, string Description) picture) =>
        new() { ["media"] = Attachment(picture.Name), ["description"] = picture.Description };

    private static JsonObject Attachment(string name) => new() { ["url"] = $"attachment://{name}" };

    // Whatever a text holds, nobody is called by it.
    private static JsonObject Nobody() => new() { ["parse"] = new JsonArray() };
}
