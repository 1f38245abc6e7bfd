using SkiaSharp;
using StakeBot.Adapters.Charts;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class ChartThemeTests
{
    // WCAG 2 asks 3 of letters as large as these.
    private const double LargeLetters = 4;

    private static readonly ChartTheme Theme = ChartTheme.Default;

    [Fact]
    public void All_letters_read_well_on_paper() =>
        Assert.All((SKColor[])[Theme.Ink, Theme.QuietInk, Theme.Blue, Theme.Alarm], color => Assert.True(Contrast.Between(color, Theme.Paper) >= 4.5, $"{color}"));

    [Fact]
    public void Black_on_white_has_contrast_21() => Assert.Equal(21, Contrast.Between(SKColors.Black, SKColors.White), 3);

    [Fact]
    public void Letters_read_well_on_every_colour_of_a_heat_map() =>
        Assert.All(Enumerable.Range(-100, 201).Select(i => Heat.Of(i / 100.0)), ground =>
            Assert.True(Math.Max(Contrast.Between(Theme.Ink, ground), Contrast.Between(Theme.Paper, ground)) >= LargeLetters, $"{ground}"));

    [Fact]
    public void The_ends_of_the_heat_map_stay_apart_for_the_colour_blind()
    {
        foreach (double strength in (double[])[0.3, 0.6, 1])
        {
            (SKColor cold, SKColor warm) = (Heat.Of(-strength), Heat.Of(strength));
            // Blue against yellow is what red- and green-blind eyes keep; red against green what blue-blind eyes keep.
            Assert.True(cold.Blue - warm.Blue > 45 && warm.Red - cold.Red > 45, $"{cold} and {warm}");
        }
    }

    [Fact]
    public void Pixels_are_where_ScottPlot_draws()
    {
        using DataPlane plane = new(Theme, new SKRect(150, 120, 1150, 620), new(0.01, 0.03), new(-0.002, 0.004));
        using SKBitmap bitmap = new(Theme.Width, Theme.Height);
        using SKCanvas canvas = new(bitmap);
        plane.Render(canvas);
        ScottPlot.Pixel theirs = plane.Plot.GetPixel(new(0.017, 0.001));
        SKPoint ours = plane.At(0.017, 0.001);
        Assert.Equal(theirs.X, ours.X, 0.01f);
        Assert.Equal(theirs.Y, ours.Y, 0.01f);
    }
}
