using System.Security.Cryptography;

namespace StakeBot.Adapters.Secrets;

/// <summary>An encrypted text: <c>v1|key id|nonce|cipher text|tag</c>, the last three in base64.</summary>
internal sealed record Envelope(string KeyId, byte[] Nonce, byte[] Cipher, byte[] Tag)
{
    private const string Version = "v1";
    private const char Between = '|';
    private const int Parts = 5;
    private const int TagBytes = 16;

    /// <summary>Reads one; null when it is none of a version that is known.</summary>
    public static Envelope? Parse(string text)
    {
        string[] parts = text.Split(Between);
        if (parts.Length != Parts || parts[0] != Version)
            return null;
        try
        {
            Envelope envelope = new(parts[1], Convert.FromBase64String(parts[2]), Convert.FromBase64String(parts[3]), Convert.FromBase64String(parts[4]));
            return envelope.Nonce.Length == AesGcm.NonceByteSizes.MaxSize && envelope.Tag.Length == TagBytes ? envelope : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public override string ToString() => string.Join(
        Between, Version, KeyId, Convert.ToBase64String(Nonce), Convert.ToBase64String(Cipher), Convert.ToBase64String(Tag));
}
