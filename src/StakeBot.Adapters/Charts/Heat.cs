using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// The colours of correlations: purple-blue for −1 over white for 0 to brown for +1. The two ends differ for every kind of colour blindness.
/// </summary>
internal static class Heat
{
    private static readonly SKColor[] Stops =
    [
        new(0x2D, 0x3A, 0x8C), new(0x6B, 0x83, 0xC6), new(0xBF, 0xCB, 0xE8),
        new(0xFA, 0xFA, 0xF7),
        new(0xFA, 0xCF, 0x97), new(0xE0, 0x86, 0x2A), new(0x8F, 0x3F, 0x04),
    ];

    /// <summary>The colour of a value between −1 and 1.</summary>
    public static SKColor Of(double correlation)
    {
        double place = (Math.Clamp(correlation, -1, 1) + 1) / 2 * (Stops.Length - 1);
        int below = Math.Min((int)place, Stops.Length - 2);
        double share = place - below;
        return new(
            Mix(Stops[below].Red, Stops[below + 1].Red, share),
            Mix(Stops[below].Green, Stops[below + 1].Green, share),
            Mix(Stops[below].Blue, Stops[below + 1].Blue, share));
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + (share * (to - from)));
}
