using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Charts;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class ScottPlotChartsTests
{
    private static readonly PlotFrame Frame = SomePlots.Frame("A title");

    private readonly IChartRenderer _charts = new ServiceCollection().AddCharts().BuildServiceProvider().GetRequiredService<IChartRenderer>();

    [Fact]
    public async Task Many_threads_draw_the_same_pictures_as_one()
    {
        Func<byte[]>[] drawings = [.. Drawings()];
        byte[][] alone = [.. drawings.Select(draw => draw())];
        byte[][] together = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(drawings[i % drawings.Length], TestContext.Current.CancellationToken)));
        for (int i = 0; i < together.Length; i++)
            Assert.Equal(alone[i % drawings.Length], together[i]);
    }

    [Fact]
    public void No_letter_comes_from_a_font_of_the_machine()
    {
        byte[][] before = [.. Drawings().Select(draw => draw())];
        string font = ScottPlot.Fonts.Default;
        try
        {
            ScottPlot.Fonts.Default = "A font that no machine has";
            Assert.Equal(before, Drawings().Select(draw => draw()));
        }
        finally
        {
            ScottPlot.Fonts.Default = font;
        }
    }

    [Fact]
    public void The_watermark_is_there_unless_the_mode_is_live()
    {
        FrontierPlot plot = SomePlots.Frontier(5, Frame);
        byte[] paper = _charts.Draw(plot);
        byte[] live = _charts.Draw(plot with { Frame = Frame with { Mode = ExecutionMode.Live } });
        Assert.InRange(GreyPixels(paper) - GreyPixels(live), 40_000, 200_000);
    }

    [Fact]
    public void The_footer_says_when_in_UTC_in_which_mode_and_on_what_the_numbers_rest()
    {
        PlotFrame frame = Frame with { Mode = ExecutionMode.DryRun, DataUntil = new DateTimeOffset(2026, 3, 1, 1, 30, 0, TimeSpan.FromHours(2)) };
        IReadOnlyList<PlacedText> texts = new CorrelationChart(ChartTheme.Default).Draw(SomePlots.Correlations(3, frame)).Texts;
        Assert.Contains(texts, t => t.Text == "Data until 28 Feb 2026, 23:30 UTC");
        Assert.Contains(texts, t => t is { Text: "DRY RUN", Role: TextRole.Badge });
        Assert.Contains(texts, t => t.Text == frame.Basis);
    }

    [Fact]
    public void A_long_title_takes_two_lines_and_never_small_letters()
    {
        string title = string.Join(' ', Enumerable.Repeat("risk", 60));
        PlacedText[] lines = [.. new CorrelationChart(ChartTheme.Default).Draw(SomePlots.Correlations(3, Frame with { Title = title })).Texts.Where(t => t.Role == TextRole.Title)];
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("…", lines[1].Text, StringComparison.Ordinal);
        Assert.All(lines, l => Assert.True(l.Style.Size >= 28));
    }

    [Fact]
    public void Broken_plots_are_refused()
    {
        FrontierPlot frontier = SomePlots.Frontier(5, Frame);
        Assert.Throws<ArgumentException>(() => _charts.Draw(frontier with { Models = [new("nan", double.NaN, 0)] }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(frontier with { Band = [(0, 1)] }));
        DrawdownPlot drawdown = new(Frame, [new(2026, 1, 1), new(2026, 1, 2)], [0, -0.1], 0, 1, null, null);
        Assert.Throws<ArgumentException>(() => _charts.Draw(drawdown with { UnderWater = [0, 0.1] }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(drawdown with { UnderWater = [0] }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(drawdown with { Peak = 1, Trough = 0 }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(drawdown with { Recovery = 2 }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(drawdown with { Days = [], UnderWater = [] }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(new ContributionPlot(Frame, [], 0.02)));
        Assert.Throws<ArgumentException>(() => _charts.Draw(new ContributionPlot(Frame, [new("a", 1, double.NaN, 0)], 0.02)));
        Assert.Throws<ArgumentException>(() => _charts.Draw(new CorrelationPlot(Frame, ["a", "b"], [1, 0, 0])));
        Assert.Throws<ArgumentException>(() => _charts.Draw(new CorrelationPlot(Frame, ["a"], [2])));
        NavPlot nav = SomePlots.Nav(Frame, ["a"], 10);
        Assert.Throws<ArgumentException>(() => _charts.Draw(nav with { Lines = [] }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(nav with { Days = [.. nav.Days.Skip(1)] }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(nav with { Days = [.. nav.Days.Reverse()] }));
        Assert.Throws<ArgumentException>(() => _charts.Draw(nav with { Lines = [new("a", [.. nav.Days.Select(_ => double.NaN)], true)] }));
    }

    [Fact]
    public void The_colours_of_a_heat_map_are_exact()
    {
        CorrelationPlot plot = new(Frame with { Mode = ExecutionMode.Live }, ["a", "b"], [1, -0.37, -0.37, 1]);
        using SkiaSharp.SKBitmap bitmap = SkiaSharp.SKBitmap.Decode(_charts.Draw(plot));
        Assert.InRange(bitmap.Pixels.Count(p => p == Heat.Of(-0.37)), 20_000, 200_000);
    }

    private IEnumerable<Func<byte[]>> Drawings()
    {
        FrontierPlot frontier = SomePlots.Frontier(5, Frame, cap: 0.3, hasBand: true);
        DrawdownPlot drawdown = SomePlots.Drawdown(Frame, 100, seed: 2, drift: 0.001, wantsRecovery: true, alertAt: -0.05);
        ContributionPlot contributions = SomePlots.Contributions(9, Frame);
        CorrelationPlot correlations = SomePlots.Correlations(9, Frame, hasUnknown: true);
        NavPlot nav = SomePlots.Nav(Frame, ["a", "b", "c"], 100);
        return
        [
            () => _charts.Draw(frontier), () => _charts.Draw(drawdown), () => _charts.Draw(contributions), () => _charts.Draw(correlations), () => _charts.Draw(nav),
        ];
    }

    private static int GreyPixels(byte[] png)
    {
        using SkiaSharp.SKBitmap bitmap = SkiaSharp.SKBitmap.Decode(png);
        return bitmap.Pixels.Count(p => p.Red is > 0xE6 and < 0xEC && p.Red == p.Green && p.Green == p.Blue);
    }
}
