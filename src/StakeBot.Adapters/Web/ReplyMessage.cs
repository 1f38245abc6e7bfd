using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Adapters.Web;

/// <summary>A reply as the page gets it. All texts are plain: the page never reads them as markup.</summary>
internal sealed record ReplyMessage(
    DateTimeOffset At,
    string Kind,
    string Badge,
    string Title,
    IReadOnlyList<string> Lines,
    TableMessage? Table,
    bool ShowTable,
    IReadOnlyList<PictureMessage> Pictures,
    IReadOnlyList<ButtonMessage> Buttons)
{
    public static ReplyMessage Of(Reply reply, IReadOnlyList<PictureMessage> pictures, DateTimeOffset at) => new(
        at,
        NameOf(reply.Kind),
        reply.Mode.Badge,
        reply.Title,
        reply.Lines,
        reply.Table is null ? null : TableMessage.Of(reply.Table),
        reply.ShowTable,
        pictures,
        [.. reply.Buttons.Select(button => new ButtonMessage(button.Label, button.Command))]);

    private static string NameOf(ReplyKind kind) => kind switch
    {
        ReplyKind.Answer => "answer",
        ReplyKind.Refusal => "refusal",
        ReplyKind.Failure => "failure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of reply."),
    };
}

/// <summary>One button.</summary>
internal sealed record ButtonMessage(string Label, string Command);

/// <summary>One picture; its size, where it could be read, keeps the page from jumping when it arrives.</summary>
internal sealed record PictureMessage(string Url, string Alt, int? Width, int? Height);
