using System.Security.Cryptography;

namespace StakeBot.Bot.Ports;

/// <summary>A key that signs buttons.</summary>
/// <param name="Version">Its digit, the first sign of everything that it has signed.</param>
/// <param name="Secret">32 random bytes.</param>
/// <param name="Since">When it was made.</param>
public sealed record TapKey(char Version, ReadOnlyMemory<byte> Secret, DateTimeOffset Since)
{
    /// <summary>How long a secret is, in bytes.</summary>
    public const int Length = 32;

    /// <summary>A new one.</summary>
    public static TapKey New(char version, DateTimeOffset now) => new(version, RandomNumberGenerator.GetBytes(Length), now);

    /// <summary>The one that takes over from this one.</summary>
    public TapKey Next(DateTimeOffset now) => New(Version == '9' ? '0' : (char)(Version + 1), now);

    /// <summary>Nothing of the secret ever gets into a text.</summary>
    public override string ToString() => $"TapKey {Version}";
}
