using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Chat;

/// <summary>What kind of answer it is.</summary>
public enum ReplyKind
{
    /// <summary>What was asked for.</summary>
    Answer,

    /// <summary>A rule or the input stands against it; the last line says what did not happen.</summary>
    Refusal,

    /// <summary>Something outside failed; the last line says what did not happen.</summary>
    Failure,
}

/// <summary>An answer, before any surface has rendered it. Texts are plain: each surface escapes them.</summary>
public sealed record Reply
{
    /// <summary>What kind of answer it is.</summary>
    public ReplyKind Kind { get; init; } = ReplyKind.Answer;

    /// <summary>The mode, shown as a badge in front of the title.</summary>
    public required ExecutionMode Mode { get; init; }

    /// <summary>The first line, without the badge.</summary>
    public required string Title { get; init; }

    /// <summary>The lines below; a list item starts with <c>• </c>.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The pictures, if any.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>Files to be kept, if any.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>The numbers behind the answer.</summary>
    public DataTable? Table { get; init; }

    /// <summary>Whether the table is part of the answer for people (it was asked for) or only within reach.</summary>
    public bool ShowTable { get; init; }

    /// <summary>What one can do next.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Whether nothing is to be said: the person was told several times already.</summary>
    public bool Unsaid { get; init; }

    /// <summary>The thing that the message shows and is edited with, such as a proposal's id; null when it is an answer like any other.</summary>
    public string? Card { get; init; }

    /// <summary>The first line as everybody sees it: <c>[PAPER] Efficient frontier</c>.</summary>
    public string Headline => $"[{Mode.Badge}] {Title}";
}
