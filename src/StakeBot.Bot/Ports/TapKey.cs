namespace StakeBot.Bot.Ports;

/// <summary>A key that signs buttons.</summary>
/// <param name="Version">Its digit, the first sign of everything that it has signed.</param>
/// <param name="Secret">32 random bytes.</param>
public sealed record TapKey(char Version, ReadOnlyMemory<byte> Secret)
{
    /// <summary>How long a secret is, in bytes.</summary>
    public const int Length = 32;

    /// <summary>Nothing of the secret ever gets into a text.</summary>
    public override string ToString() => $"TapKey {Version}";
}
