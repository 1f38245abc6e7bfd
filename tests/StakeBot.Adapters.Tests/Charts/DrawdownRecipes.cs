using StakeBot.Adapters.Charts;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class DrawdownRecipes
{
    private static readonly DrawdownChart Chart = new(ChartTheme.Default);

    [Fact]
    public void Drawdown_that_recovered()
    {
        ChartPicture picture = Serve("drawdown-recovered", SomePlots.Drawdown(
            SomePlots.Frame("The worst fall is made good after eight months", ExecutionMode.Live), 360, seed: 4, drift: 0.0012, wantsRecovery: true, alertAt: -0.08));
        Assert.Contains(picture.Texts, t => t.Text.StartsWith("recovered ", StringComparison.Ordinal));
        Assert.Contains(picture.Texts, t => t.Text == "alert −8.0\u00A0%");
    }

    [Fact]
    public void Drawdown_that_did_not_recover()
    {
        ChartPicture picture = Serve("drawdown-open", SomePlots.Drawdown(
            SomePlots.Frame("You are 3.5 points above your alert"), 360, seed: 4, drift: 0.0009, wantsRecovery: false, alertAt: -0.20));
        Assert.Contains(picture.Texts, t => t.Text.EndsWith("not recovered", StringComparison.Ordinal));
    }

    [Fact]
    public void Drawdown_of_a_fund_that_never_fell()
    {
        DateOnly first = new(2026, 9, 1);
        DrawdownPlot plot = new(
            SomePlots.Frame("No fall yet in 80 days", ExecutionMode.DryRun), [.. Enumerable.Range(0, 80).Select(first.AddDays)], new double[80], 0, 0, 0, AlertAt: -0.08);
        ChartPicture picture = Serve("drawdown-flat", plot);
        Assert.DoesNotContain(picture.Texts, t => t.Text.StartsWith("worst", StringComparison.Ordinal));
        Assert.Contains(picture.Texts, t => t.Text == "0.0\u00A0%");
    }

    [Fact]
    public void Drawdown_of_a_single_day() => Serve("drawdown-one-day", new(
        SomePlots.Frame("One day says nothing"), [new DateOnly(2026, 11, 22)], [0], 0, 0, null, AlertAt: null));

    [Fact]
    public void Drawdown_of_ten_days_that_ends_at_its_worst() => Serve("drawdown-ten-days", new(
        SomePlots.Frame("Ten days, and the last is the worst of them"),
        [.. Enumerable.Range(0, 10).Select(i => new DateOnly(2026, 12, 26).AddDays(i))],
        [0, 0, -0.002, -0.003, -0.001, -0.004, -0.012, -0.013, -0.02, -0.031],
        1,
        9,
        null,
        AlertAt: -0.02));

    [Fact]
    public void Drawdown_of_six_years() => Serve("drawdown-six-years", SomePlots.Drawdown(
        SomePlots.Frame("The worst fall in six years is nearly made good", ExecutionMode.Live), 2200, seed: 11, drift: 0.0006, wantsRecovery: true, alertAt: null));

    private static ChartPicture Serve(string name, DrawdownPlot plot) => Recipe.Serve(name, Chart.Draw(plot));
}
