using System.Security.Cryptography;
using System.Text;

namespace StakeBot.Adapters.Web.Access;

/// <summary>Random texts that nobody can guess.</summary>
internal static class Secret
{
    public const int TokenBytes = 16;
    public const int CookieBytes = 32;

    /// <summary>Hexadecimal, because terminals cut a link at the signs of the shorter alphabets.</summary>
    public static string New(int bytes) => RandomNumberGenerator.GetHexString(bytes * 2, lowercase: true);

    /// <summary>Compares in a time that does not tell how much was right.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    /// <summary>What is kept instead of the secret itself.</summary>
    public static string Fingerprint(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
