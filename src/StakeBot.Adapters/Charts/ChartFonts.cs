using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// The letters of every chart, out of this assembly and never from the machine: servers and containers often have no font at all,
/// and a chart without text is worse than none. A typeface cannot change, so all threads share the two.
/// </summary>
internal static class ChartFonts
{
    public static SKTypeface Regular { get; } = Load("DejaVuSansCondensed.ttf");

    public static SKTypeface Bold { get; } = Load("DejaVuSansCondensed-Bold.ttf");

    /// <summary>Whether both have a drawing for the character.</summary>
    public static bool Have(int codePoint) => Regular.ContainsGlyph(codePoint) && Bold.ContainsGlyph(codePoint);

    private static SKTypeface Load(string file)
    {
        using Stream stream = typeof(ChartFonts).Assembly.GetManifestResourceStream($"Charts.Fonts.{file}")
            ?? throw new InvalidOperationException($"The font {file} is not in the assembly.");
        return SKTypeface.FromStream(stream)
            ?? throw new InvalidOperationException($"The font {file} in the assembly is not one that can be read.");
    }
}
