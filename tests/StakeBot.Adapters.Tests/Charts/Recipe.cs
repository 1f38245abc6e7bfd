using SkiaSharp;
using StakeBot.Adapters.Charts;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Charts;

/// <summary>Every recipe leaves its picture in artifacts/charts for eyes, and holds it to the rules that all pictures share.</summary>
internal static class Recipe
{
    private const int LargestFile = 300 * 1024;

    public static ChartPicture Serve(string name, ChartPicture picture)
    {
        string folder = Repository.PathOf("artifacts", "charts");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{name}.png"), picture.Png);

        Assert.InRange(picture.Png.Length, 5_000, LargestFile);
        using SKBitmap bitmap = SKBitmap.Decode(picture.Png);
        Assert.Equal(1200, bitmap.Width);
        Assert.Equal(800, bitmap.Height);
        AssertTextsAreApart(picture.Texts);
        AssertTextsAreInside(picture.Texts, bitmap);
        Assert.All(picture.Texts, text => Assert.True(text.Style.Size >= 28, $"'{text.Text}' has {text.Style.Size} px."));
        Assert.All(picture.Texts, text => Assert.True(InkShare(bitmap, text) > 0.02, $"'{text.Text}' cannot be seen."));
        return picture;
    }

    private static void AssertTextsAreApart(IReadOnlyList<PlacedText> texts)
    {
        for (int i = 0; i < texts.Count; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.False(texts[i].Box.IntersectsWith(texts[j].Box), $"'{texts[i].Text}' lies on '{texts[j].Text}'.");
        }
    }

    private static void AssertTextsAreInside(IReadOnlyList<PlacedText> texts, SKBitmap bitmap)
    {
        SKRect paper = new(6, 6, bitmap.Width - 6, bitmap.Height - 6);
        Assert.All(texts, text => Assert.True(paper.Contains(text.Box), $"'{text.Text}' leaves the picture."));
    }

    /// <summary>The share of a text's box whose pixels have the text's own colour: letters that are really there.</summary>
    public static double InkShare(SKBitmap bitmap, PlacedText text)
    {
        int inked = 0;
        SKRectI box = SKRectI.Round(text.Box);
        for (int y = box.Top; y < box.Bottom; y++)
        {
            for (int x = box.Left; x < box.Right; x++)
            {
                if (IsNear(bitmap.GetPixel(x, y), text.Style.Color))
                    inked++;
            }
        }
        return (double)inked / Math.Max(1, box.Width * box.Height);
    }

    private static bool IsNear(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) < 24 && Math.Abs(one.Green - other.Green) < 24 && Math.Abs(one.Blue - other.Blue) < 24;
}
