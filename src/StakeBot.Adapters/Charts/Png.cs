using System.Runtime.InteropServices;
using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>How a picture becomes bytes: measured as the best of size and time for letters on flat colours.</summary>
internal static class Png
{
    private static readonly SKPngEncoderOptions Options = new(SKPngEncoderFilterFlags.Up, zLibLevel: 6);

    public static byte[] Encode(SKBitmap bitmap)
    {
        Coarsen(MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan()));
        using SKPixmap pixels = bitmap.PeekPixels();
        using SKData data = pixels.Encode(Options) ?? throw new InvalidOperationException("The picture could not be encoded.");
        return data.ToArray();
    }

    // The soft edges of letters and lines get 16 shades a channel instead of 256: nobody sees it, and it halves the file. Areas of one
    // colour stay exact, for their colours may be data.
    private static void Coarsen(Span<uint> pixels)
    {
        uint left = pixels[0];
        for (int i = 1; i < pixels.Length - 1; i++)
        {
            uint pixel = pixels[i];
            if (pixel != left && pixel != pixels[i + 1])
                pixels[i] = (pixel & 0xFFF0F0F0) | ((pixel >> 4) & 0x000F0F0F);
            left = pixel;
        }
    }
}
