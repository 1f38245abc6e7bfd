namespace StakeBot.Core.Proposals;

/// <summary>Identifies a proposal: 64 random bits in 13 Crockford characters (no I, L, O, U).</summary>
/// <param name="Value">The 13 characters.</param>
public readonly record struct ProposalId(string Value)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 13;

    /// <summary>What people say and type: <c>P-7F3K</c>.</summary>
    public string Code => $"P-{Value[..4]}";

    /// <summary>The id of 64 bits.</summary>
    public static ProposalId Of(ulong bits)
    {
        Span<char> text = stackalloc char[Length];
        for (int i = Length - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(bits % 32)];
            bits /= 32;
        }
        // 13 characters hold 65 bits; the first digit is spread over the alphabet, because people see only the first four.
        return new ProposalId(new string([.. text[1..], text[0]]));
    }

    /// <summary>Whether a text is an id.</summary>
    public static bool TryParse(string text, out ProposalId id)
    {
        id = new ProposalId(text);
        return text.Length == Length && text.All(Alphabet.Contains);
    }

    /// <summary>Whether what somebody typed means this proposal: <c>P-7F3K</c>, <c>7f3k</c>, or more characters of the id.</summary>
    public bool IsMeantBy(string typed)
    {
        string word = typed.Trim().ToUpperInvariant();
        if (word.StartsWith("P-", StringComparison.Ordinal))
            word = word[2..];
        word = word.Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return word.Length >= 4 && Value.StartsWith(word, StringComparison.Ordinal);
    }

    /// <summary>Whether a person who types its code may be taken to type a number, because it begins with a digit: no new proposal gets such an id.</summary>
    public bool ReadsAsNumber => char.IsAsciiDigit(Value[0]);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
