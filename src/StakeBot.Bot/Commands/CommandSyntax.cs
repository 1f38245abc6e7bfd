using System.Text;

namespace StakeBot.Bot.Commands;

/// <summary>Splits a typed line into words: blanks separate, quotes hold together, <c>name:value</c> stays one word.</summary>
internal static class CommandSyntax
{
    /// <summary>The longest line that is read at all.</summary>
    public const int LongestLine = 4000;

    /// <summary>The command's name and the words after it; no name when the line is no command.</summary>
    public static (string? Name, IReadOnlyList<string> Words) Split(string line)
    {
        List<string> words = Words(line);
        if (words.Count == 0 || words[0].Length < 2 || words[0][0] != '/')
            return (null, words);
        string name = words[0][1..];
        int mention = name.IndexOf('@', StringComparison.Ordinal);
        return (mention > 0 ? name[..mention] : name, [.. words.Skip(1)]);
    }

    /// <summary>A word as an option's name and its value; no name when there is none.</summary>
    public static (string? Name, string Value) Pair(string word)
    {
        int colon = word.IndexOfAny([':', '=']);
        return colon <= 0 ? (null, word) : (word[..colon].TrimStart('-'), word[(colon + 1)..]);
    }

    private static List<string> Words(string line)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool quoted = false;
        bool started = false;
        foreach (char c in line)
        {
            if (c is '"' or '“' or '”')
            {
                quoted = !quoted;
                started = true;
            }
            else if (char.IsWhiteSpace(c) && !quoted)
            {
                Finish();
            }
            else
            {
                word.Append(c);
                started = true;
            }
        }
        Finish();
        return words;

        void Finish()
        {
            if (started)
                words.Add(word.ToString());
            word.Clear();
            started = false;
        }
    }
}
