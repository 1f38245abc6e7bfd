using System.Buffers.Binary;

namespace StakeBot.Adapters.Web;

/// <summary>Reads a picture's size from its first bytes (PNG specification 5.2 and 11.2.2: signature, then the IHDR chunk).</summary>
internal static class PngSize
{
    private const int HeaderLength = 24;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static (int Width, int Height)? Of(ReadOnlySpan<byte> png) =>
        png.Length >= HeaderLength && png.StartsWith(Signature)
            ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]))
            : null;
}
