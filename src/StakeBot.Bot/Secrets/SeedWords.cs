namespace StakeBot.Bot.Secrets;

/// <summary>
/// Knows seed phrases of BIP 39 however they are typed: in any case, numbered, with commas, in lines. A dozen words in a row that all are of its list
/// are a phrase; in prose, the small words that hold a sentence together are not of it and break the row.
/// </summary>
internal static class SeedWords
{
    private const int ShortestPhrase = 12;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Listed = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool AreIn(ReadOnlySpan<char> text)
    {
        int row = 0;
        while (!text.IsEmpty)
        {
            int length = LettersOf(text);
            if (length > 0)
                row = Listed.Contains(text[..length]) ? row + 1 : 0;
            if (row == ShortestPhrase)
                return true;
            text = text[Math.Max(length, 1)..];
        }
        return false;
    }

    private static int LettersOf(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
            length++;
        return length;
    }

    // The English list of BIP 39: 2048 words, a line each.
    private static HashSet<string> Read()
    {
        using Stream file = typeof(SeedWords).Assembly.GetManifestResourceStream("StakeBot.Secrets/bip39-english.txt")
            ?? throw new InvalidOperationException("The word list is not in the assembly.");
        using StreamReader reader = new(file);
        return new HashSet<string>(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
    }
}
