using StakeBot.Adapters.Charts;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class SettlementRecipes
{
    private static readonly SettlementChart Chart = new(ChartTheme.Default);

    [Fact]
    public void Three_months_of_open_rounds()
    {
        ChartPicture picture = Serve("settlement-quarter", SomePlots.Settlement(SomePlots.Frame("Open rounds: expected +52.70 NMR, bad case −28.90 NMR"), 90));
        Assert.Contains(picture.Texts, text => text.Text.StartsWith("worst the rules allow", StringComparison.Ordinal));
        Assert.Contains(picture.Texts, text => text.Text.EndsWith("expected", StringComparison.Ordinal));
        Assert.Contains(picture.Texts, text => text.Text == "dashed: bad case (1 in 20)");
    }

    [Fact]
    public void A_fan_that_falls() =>
        Serve("settlement-falling", SomePlots.Settlement(SomePlots.Frame("Open rounds: expected −8.10 NMR", ExecutionMode.Live), 60, drift: -0.002, width: 0.003));

    [Fact]
    public void A_fan_whose_worst_case_is_near() =>
        Serve("settlement-near", SomePlots.Settlement(SomePlots.Frame("Little can happen", ExecutionMode.DryRun), 30, drift: 0, width: 0.01, worst: 0.0005));

    [Fact]
    public void One_round_that_is_final_tomorrow() => Serve("settlement-one", SomePlots.Settlement(SomePlots.Frame("One round"), 2));

    [Fact]
    public void What_is_known_to_the_last_day_has_no_width() =>
        Serve("settlement-known", SomePlots.Settlement(SomePlots.Frame("Everything is known"), 5, drift: 0.0001, width: 0, worst: 0));

    [Fact]
    public void A_fan_out_of_order_is_refused()
    {
        SettlementPlot plot = SomePlots.Settlement(SomePlots.Frame("wrong"), 10);
        Assert.Throws<ArgumentException>(() => Chart.Draw(plot with { Points = [.. plot.Points.Select(point => point with { High = point.Low - 1 })] }));
        Assert.Throws<ArgumentException>(() => Chart.Draw(plot with { Points = [.. plot.Points.Reverse()] }));
        Assert.Throws<ArgumentException>(() => Chart.Draw(plot with { Points = [plot.Points[0]] }));
    }

    private static ChartPicture Serve(string name, SettlementPlot plot) => Recipe.Serve(name, Chart.Draw(plot));
}
