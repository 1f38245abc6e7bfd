using System.Security.Cryptography;
using System.Text;

namespace StakeBot.Bot.People;

/// <summary>
/// A one-time code that a person types: eight of Crockford's characters, which nobody mistakes for one another. The first half says which code is
/// meant, so that wrong tries count against that code alone; together they are one of 2^40.
/// </summary>
internal sealed record JoinCode
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>How many wrong tries end it.</summary>
    public const int Tries = 5;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Half = 4;
    private static readonly string[] LinkPrefixes = ["claim_", "join_", "bind_"];

    private readonly string _characters;

    private JoinCode(string characters) => _characters = characters;

    /// <summary>The half by which it is found.</summary>
    public string Selector => _characters[..Half];

    /// <summary>What is kept instead of the code.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_characters)));

    /// <summary>A new one that nobody can guess.</summary>
    public static JoinCode New() => new(RandomNumberGenerator.GetString(Alphabet, 2 * Half));

    /// <summary>Reads what somebody typed, or what a deep link brought; null when it cannot be a code.</summary>
    public static JoinCode? Parse(string text)
    {
        string typed = text.Trim();
        if (LinkPrefixes.FirstOrDefault(prefix => typed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix)
            typed = typed[prefix.Length..];
        string characters = string.Concat(typed.ToUpperInvariant().Where(c => c is not ('-' or ' ')).Select(Read));
        return characters.Length == 2 * Half && characters.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? new JoinCode(characters) : null;
    }

    /// <summary>Whether it is the one that a hash was made of, in a time that does not tell how near it is.</summary>
    public bool Matches(string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    /// <summary>For reading aloud: <c>K7Q2-M9XD</c>. Only for the person whom it is for.</summary>
    public string Shown() => $"{_characters[..Half]}-{_characters[Half..]}";

    // A record would print it.
    public override string ToString() => nameof(JoinCode);

    private static char Read(char c) => c switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => c,
    };
}
