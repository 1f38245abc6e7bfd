using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Adapters.Web;

/// <summary>A reply as the page gets it. All texts are plain: the page never reads them as markup.</summary>
/// <param name="Id">The message, by which it is edited and its buttons are pressed.</param>
/// <param name="At">When it was shown, or last changed.</param>
/// <param name="Edited">Whether it says something else than it first did.</param>
internal sealed record ReplyMessage(
    string Id,
    DateTimeOffset At,
    bool Edited,
    string Kind,
    string Badge,
    string Title,
    IReadOnlyList<string> Lines,
    TableMessage? Table,
    bool ShowTable,
    IReadOnlyList<PictureMessage> Pictures,
    IReadOnlyList<DocumentMessage> Documents,
    IReadOnlyList<ButtonMessage> Buttons)
{
    public static ReplyMessage Of(Reply reply, MessageRef where, bool edited, IReadOnlyList<PictureMessage> pictures, IReadOnlyList<DocumentMessage> documents, TapSeal seal, DateTimeOffset at) => new(
        where.MessageId,
        at,
        edited,
        NameOf(reply.Kind),
        reply.Mode.Badge,
        reply.Title,
        reply.Lines,
        reply.Table is null ? null : TableMessage.Of(reply.Table),
        reply.ShowTable,
        pictures,
        documents,
        [.. reply.Buttons.Select(button => new ButtonMessage(button.Label, seal.DataOf(button, where.Address), button.Tap is null ? null : button.Command))]);

    private static string NameOf(ReplyKind kind) => kind switch
    {
        ReplyKind.Answer => "answer",
        ReplyKind.Refusal => "refusal",
        ReplyKind.Failure => "failure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of reply."),
    };
}

/// <summary>One button.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Command">What a press sends: a command, or the sealed data of a signed button.</param>
/// <param name="Typed">For a signed button, what can be typed instead; null for a plain one.</param>
internal sealed record ButtonMessage(string Label, string Command, string? Typed);

/// <summary>One picture; its size, where it could be read, keeps the page from jumping when it arrives.</summary>
internal sealed record PictureMessage(string Url, string Alt, int? Width, int? Height);

/// <summary>One file.</summary>
/// <param name="Url">Where it lies for as long as it is kept.</param>
/// <param name="Name">The name to keep it under.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record DocumentMessage(string Url, string Name, int Bytes);
