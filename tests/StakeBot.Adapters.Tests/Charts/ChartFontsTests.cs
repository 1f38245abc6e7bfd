using System.Text;
using SkiaSharp;
using StakeBot.Adapters.Charts;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class ChartFontsTests
{
    [Fact]
    public void The_font_comes_out_of_the_assembly()
    {
        Assert.Equal(Resource("DejaVuSansCondensed.ttf"), BytesOf(ChartFonts.Regular));
        Assert.Equal(Resource("DejaVuSansCondensed-Bold.ttf"), BytesOf(ChartFonts.Bold));
        Assert.False(ChartFonts.Regular.IsBold);
        Assert.True(ChartFonts.Bold.IsBold);
    }

    [Fact]
    public void The_font_has_the_signs_of_the_trade() =>
        Assert.All("−±²σ≥≤·–→↑…□%+=µ×’".EnumerateRunes(), rune => Assert.True(ChartFonts.Have(rune.Value), $"The font lacks {rune}."));

    [Fact]
    public void The_fonts_are_small_and_carry_their_licence()
    {
        Assert.InRange(Resource("DejaVuSansCondensed.ttf").Length, 100_000, 800_000);
        Assert.InRange(Resource("DejaVuSansCondensed-Bold.ttf").Length, 100_000, 800_000);
        Assert.Contains("Permission is hereby granted", Encoding.UTF8.GetString(Resource("LICENSE.txt")), StringComparison.Ordinal);
    }

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(ChartFonts).Assembly.GetManifestResourceStream($"Charts.Fonts.{name}")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] BytesOf(SKTypeface typeface)
    {
        using SKStreamAsset stream = typeface.OpenStream();
        byte[] bytes = new byte[stream.Length];
        Assert.Equal(bytes.Length, stream.Read(bytes, bytes.Length));
        return bytes;
    }
}
