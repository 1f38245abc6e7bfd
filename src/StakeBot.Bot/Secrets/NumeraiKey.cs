namespace StakeBot.Bot.Secrets;

/// <summary>A key of Numerai's interface.</summary>
/// <param name="PublicId">Its public part. It names the key; with the secret it is the key, so it is shown masked.</param>
/// <param name="SecretKey">Its secret part.</param>
public sealed record NumeraiKey(string PublicId, Secret SecretKey)
{
    private const char Between = '$';
    private const int Shown = 4;

    /// <summary><c>ABCD…WXYZ</c>.</summary>
    public string Masked => PublicId.Length <= 3 * Shown ? "…" : $"{PublicId[..Shown]}…{PublicId[^Shown..]}";

    /// <summary>Both parts as one, the way Numerai's Authorization header wants them and the vault keeps them.</summary>
    public Secret Joined => new($"{PublicId}{Between}{SecretKey.Reveal()}");

    /// <summary>The parts of a joined key; null when it is none.</summary>
    public static NumeraiKey? Split(Secret joined)
    {
        string[] parts = joined.Reveal().Split(Between);
        return parts.Length == 2 ? new NumeraiKey(parts[0], new Secret(parts[1])) : null;
    }

    /// <summary>Why the two parts cannot be a key, without repeating them; null when they can.</summary>
    public static string? Fault(string publicId, Secret secretKey)
    {
        if (!IsWord(publicId))
            return "The public id is not one: it is the first part of the key, 32 letters and digits.";
        return IsWord(secretKey.Reveal()) ? null : "The secret is not one: it is the second part of the key, 64 letters and digits.";
    }

    public override string ToString() => Masked;

    private static bool IsWord(string text) => text.Length is >= 16 and <= 256 && text.All(char.IsAsciiLetterOrDigit);
}
