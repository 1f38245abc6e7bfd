using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>Contrast as WCAG 2 defines it: from 1 (the same) to 21 (black on white); 4.5 reads well.</summary>
internal static class Contrast
{
    public static double Between(SKColor one, SKColor other)
    {
        double a = Luminance(one);
        double b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(SKColor color) =>
        (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));

    private static double Linear(byte channel)
    {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
