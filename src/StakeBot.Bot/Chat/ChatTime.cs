using System.Globalization;
using System.Text.RegularExpressions;

namespace StakeBot.Bot.Chat;

/// <summary>
/// An instant inside a line of a reply. Each surface shows it in the reader's own zone where it can; the fall-back is UTC, said so.
/// </summary>
public static partial class ChatTime
{
    /// <summary>Marks an instant; put it into a line like any other text.</summary>
    public static string Mark(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"\uE000{instant.ToUnixTimeSeconds()}\uE001");

    /// <summary>Replaces every marked instant of a line.</summary>
    public static string Replace(string line, Func<DateTimeOffset, string> show) =>
        Marked.Replace(line, match => show(DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))));

    /// <summary><c>Sat 21 Nov 2026 13:00 UTC</c>.</summary>
    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A line with every instant in UTC.</summary>
    public static string ToUtc(string line) => Replace(line, Utc);

    [GeneratedRegex("\uE000(-?[0-9]{1,12})\uE001", RegexOptions.None, 1000)]
    private static partial Regex Marked { get; }
}
