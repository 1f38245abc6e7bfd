using StakeBot.Bot.Chat;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Commands;

/// <summary>A command that was understood and admitted. Its values have been checked against the command's options.</summary>
public sealed class CommandCall(Person person, ChatAddress address, IReadOnlyDictionary<string, object> values)
{
    /// <summary>Who gave it.</summary>
    public Person Person { get; } = person;

    /// <summary>Where the answer goes.</summary>
    public ChatAddress Address { get; } = address;

    /// <summary>Whether only he can read the answer.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The word of a choice, or null when it was not given.</summary>
    public string? Choice(string option) => (string?)values.GetValueOrDefault(option);

    /// <summary>Any text, or null when it was not given.</summary>
    public string? Text(string option) => (string?)values.GetValueOrDefault(option);

    /// <summary>A whole number, or null when it was not given.</summary>
    public int? Whole(string option) => (int?)values.GetValueOrDefault(option);

    /// <summary>A share (0.35 for 35 %), or null when it was not given.</summary>
    public double? Percent(string option) => (double?)values.GetValueOrDefault(option);

    /// <summary>Names of models, or null when they were not given.</summary>
    public IReadOnlyList<string>? Models(string option) => (IReadOnlyList<string>?)values.GetValueOrDefault(option);

    /// <summary>Whether a flag was given.</summary>
    public bool Flag(string option) => values.ContainsKey(option);
}
