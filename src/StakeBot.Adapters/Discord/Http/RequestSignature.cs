using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace StakeBot.Adapters.Discord.Http;

/// <summary>Tells whether a request comes from Discord, and now: Ed25519 over its time and its body as it arrived, byte for byte.</summary>
internal sealed class RequestSignature(PublicKey key, TimeProvider time)
{
    /// <summary>How far the clocks may be apart; an older request may be one that somebody kept.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const int KeyBytes = 32;
    private const int SignatureBytes = 64;

    /// <summary>The key out of the settings; null when it is none.</summary>
    public static PublicKey? KeyOf(string? hex) =>
        Bytes(hex, KeyBytes) is { } bytes && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out PublicKey? key) ? key : null;

    /// <summary>Verifies a request.</summary>
    /// <param name="signature">The header <c>X-Signature-Ed25519</c>.</param>
    /// <param name="timestamp">The header <c>X-Signature-Timestamp</c>: Unix seconds.</param>
    /// <param name="body">The body as it arrived.</param>
    public bool IsGenuine(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (Bytes(signature, SignatureBytes) is not { } signed || timestamp is null || !IsNow(timestamp))
            return false;
        byte[] message = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return SignatureAlgorithm.Ed25519.Verify(key, message, signed);
    }

    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= (long)Skew.TotalSeconds;

    private static byte[]? Bytes(string? hex, int count)
    {
        byte[] bytes = new byte[count];
        return hex is not null && hex.Length == 2 * count && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
