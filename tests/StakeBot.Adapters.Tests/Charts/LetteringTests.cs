using SkiaSharp;
using StakeBot.Adapters.Charts;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class LetteringTests : IDisposable
{
    private static readonly TextStyle Style = ChartTheme.Default.Text;

    private readonly Lettering _lettering = new();

    public void Dispose() => _lettering.Dispose();

    [Fact]
    public void The_smallest_letters_are_28_pixels_high()
    {
        using SKFont font = new(ChartFonts.Regular, Style.Size);
        font.MeasureText("dp", out SKRect ink);
        Assert.InRange(ink.Height, 28, 32);
    }

    [Fact]
    public void A_box_covers_accents_over_capitals()
    {
        SKRect plain = _lettering.Box("A", Style, new(0, 100));
        SKRect accented = _lettering.Box("Å", Style, new(0, 100));
        Assert.True(accented.Top < plain.Top);
        Assert.Equal(Style.Size, plain.Height, 0.5f);
    }

    [Fact]
    public void A_text_that_fits_stays_as_it_is() => Assert.Equal("kestrel", _lettering.CutMiddle("kestrel", Style, 400));

    [Fact]
    public void A_name_loses_its_middle()
    {
        string cut = _lettering.CutMiddle("aviary_kestrel_experiment_long_0017", Style, 200);
        Assert.StartsWith("aviary", cut, StringComparison.Ordinal);
        Assert.EndsWith("0017", cut, StringComparison.Ordinal);
        Assert.Contains('…', cut);
        Assert.InRange(_lettering.Width(cut, Style), 150, 200);
    }

    [Fact]
    public void A_sentence_loses_its_end()
    {
        string cut = _lettering.CutEnd("You carry more risk than your return needs", Style, 300);
        Assert.StartsWith("You carry", cut, StringComparison.Ordinal);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.True(_lettering.Width(cut, Style) <= 300);
    }

    [Fact]
    public void Lines_break_at_blanks_and_lose_nothing()
    {
        const string Text = "You carry more risk than your return needs, and it has been so for a year";
        IReadOnlyList<string> lines = _lettering.Wrap(Text, Style, 400, mostLines: 9);
        Assert.InRange(lines.Count, 2, 4);
        Assert.Equal(Text, string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(_lettering.Width(line, Style) <= 400));
    }

    [Fact]
    public void A_word_longer_than_the_line_is_broken()
    {
        string word = new('w', 100);
        IReadOnlyList<string> lines = _lettering.Wrap(word, Style, 400, mostLines: 99);
        Assert.Equal(word, string.Concat(lines));
        Assert.All(lines, line => Assert.True(_lettering.Width(line, Style) <= 400));
    }

    [Fact]
    public void Too_many_lines_end_in_an_ellipsis()
    {
        IReadOnlyList<string> lines = _lettering.Wrap(new string('w', 400), Style, 400, mostLines: 2);
        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_makes_no_lines() => Assert.Empty(_lettering.Wrap("", Style, 400, mostLines: 2));
}
