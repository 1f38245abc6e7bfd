namespace StakeBot.Bot.Commands;

/// <summary>What an option takes.</summary>
public enum OptionKind
{
    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A whole number within a range.</summary>
    Whole,

    /// <summary>A share in percent: <c>35 %</c>, <c>35%</c>, <c>0.35</c>.</summary>
    Percent,

    /// <summary>The name of a model, or several with commas.</summary>
    Models,

    /// <summary>Present or not.</summary>
    Flag,

    /// <summary>Any text.</summary>
    Text,
}

/// <summary>What is offered while a value is typed, besides the words of a choice.</summary>
public enum Completes
{
    /// <summary>Nothing: only the person knows it.</summary>
    Nothing,

    /// <summary>The names of models: the fund's and the watched ones.</summary>
    Models,

    /// <summary>The codes of proposals that are not over.</summary>
    OpenProposals,

    /// <summary>The codes of proposals, newest first.</summary>
    Proposals,

    /// <summary>The names of what the fund's policy can be set to.</summary>
    PolicySettings,

    /// <summary>The names of commands.</summary>
    Commands,

    /// <summary>Time zones, such as <c>Europe/Berlin</c>.</summary>
    Zones,
}

/// <summary>One option of a command. It can be named (<c>measure:cvar</c>) or just given (<c>cvar</c>).</summary>
/// <param name="Name">Lower case, one word.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Summary">One line: what it does, and what happens without it.</param>
public sealed record OptionSpec(string Name, OptionKind Kind, string Summary)
{
    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What is offered while it is typed.</summary>
    public Completes Completes { get; init; } = Kind == OptionKind.Models ? Completes.Models : Completes.Nothing;

    /// <summary>The least value of a whole number.</summary>
    public int Least { get; init; }

    /// <summary>The greatest value of a whole number.</summary>
    public int Greatest { get; init; } = int.MaxValue;

    /// <summary>A value that could be typed, for help and for refusals.</summary>
    public string Example => Kind switch
    {
        OptionKind.Choice => $"{Name}:{Choices[0]}",
        OptionKind.Whole => $"{Name}:{Math.Max(Least, 1)}",
        OptionKind.Percent => $"{Name}:35%",
        OptionKind.Models => $"{Name}:KESTREL,HERON",
        OptionKind.Flag => Name,
        OptionKind.Text => $"{Name}:…",
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };
}
