namespace StakeBot.Adapters.Telegram;

/// <summary>What Telegram adds to commands: in a group they can say which bot they are for.</summary>
internal static class CommandLine
{
    /// <summary>The name in a typed line, without slash and bot; null when the line is no command.</summary>
    public static string? NameOf(string line) => Split(line).Name;

    /// <summary>Which bot a command is for; null when it does not say.</summary>
    public static string? BotOf(string line) => Split(line).Bot;

    private static (string? Name, string? Bot) Split(string line)
    {
        string first = line.TrimStart().Split((char[]?)null, 2)[0];
        if (first.Length < 2 || first[0] != '/')
            return (null, null);
        int at = first.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (first[1..], null) : (first[1..at], first[(at + 1)..]);
    }
}
