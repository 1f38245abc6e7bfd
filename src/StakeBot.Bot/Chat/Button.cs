namespace StakeBot.Bot.Chat;

/// <summary>One thing that the reader can do next with one tap. Everything that a button does can be typed.</summary>
/// <param name="Label">Verb and object, at most 34 characters.</param>
/// <param name="Command">The command that a tap stands for, such as <c>/risk</c>; for a button with a <see cref="Tap"/>, what can be typed instead.</param>
public sealed record Button(string Label, string Command)
{
    /// <summary>What a press of a signed button asks for; null: the press is the command.</summary>
    public Tap? Tap { get; init; }

    /// <summary>
    /// What a line is asked for before the press counts, such as <c>Type 25.60 to confirm</c>: a surface with forms asks, and the line behind <see cref="Command"/>
    /// is then the command. Null: the press is enough.
    /// </summary>
    public string? Asks { get; init; }
}
