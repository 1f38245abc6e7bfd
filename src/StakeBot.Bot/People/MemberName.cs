using StakeBot.Bot.Chat;

namespace StakeBot.Bot.People;

/// <summary>Names of members: short, visible, unique.</summary>
internal static class MemberName
{
    private const int Longest = 24;

    /// <summary>A name like the wanted one that nobody has yet. <c>Ben</c>, else <c>Ben-2</c>.</summary>
    public static string Free(string wanted, IReadOnlyList<Member> others)
    {
        string clean = Cut(string.Join('-', PlainText.Name(wanted).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        string name = clean;
        for (int number = 2; others.Any(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); number++)
            name = $"{clean}-{number}";
        return name;
    }

    private static string Cut(string name) => name.Length <= Longest ? name : name[..Longest];
}
