using StakeBot.Adapters.Charts;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class NavRecipes
{
    private static readonly NavChart Chart = new(ChartTheme.Default);
    private static readonly string[] Six = ["equal weight", "present weights", "least risk", "best ratio", "risk parity", "cautious"];

    [Fact]
    public void Six_policies_over_a_year()
    {
        ChartPicture picture = Serve("nav-six", SomePlots.Nav(SomePlots.Frame("Cautious looks best, but equal weight was as good within noise"), Six, 340));
        Assert.All(Six, name => Assert.Contains(picture.Texts, t => t.Role == TextRole.Label && t.Text.EndsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Lines_that_end_in_one_place_are_named_apart()
    {
        NavPlot plot = SomePlots.Nav(SomePlots.Frame("All the same", ExecutionMode.Live), Six, 200);
        double[] flat = [.. plot.Days.Select(_ => 1.0)];
        ChartPicture picture = Serve("nav-same-end", plot with { Lines = [.. plot.Lines.Select(line => line with { Values = flat })] });
        Assert.Equal(6, picture.Texts.Count(t => t.Role == TextRole.Label));
    }

    [Fact]
    public void A_fund_that_multiplied_and_one_that_lost_all() => Serve("nav-extreme", new(
        SomePlots.Frame("One multiplied, one is gone"),
        [.. Enumerable.Range(0, 60).Select(new DateOnly(2025, 12, 1).AddDays)],
        [
            new("multiplied", [.. Enumerable.Range(0, 60).Select(t => Math.Pow(1.05, t))], true),
            new("a name that is far too long to stand beside the data of any picture", [.. Enumerable.Range(0, 60).Select(t => Math.Max(0, 1 - (t / 50.0)))], false),
        ]));

    [Fact]
    public void Four_schedules_of_one_policy() => Serve("nav-schedules", Equally(SomePlots.Nav(
        SomePlots.Frame("Never wins: nothing brought more for its risk", ExecutionMode.DryRun), ["never", "every 20 rounds", "band 3 %", "turnover 50 %"], 90, seed: 3)));

    [Fact]
    public void One_day_of_one_fund() => Serve("nav-one-day", new(
        SomePlots.Frame("One day says nothing"), [new DateOnly(2026, 11, 22)], [new("cautious", [1.0], true)]));

    [Fact]
    public void Names_keep_their_order_and_stay_inside()
    {
        float[] places = NavNames.Apart([10, 12, 14, 300, 399], distance: 30, top: 0, bottom: 400);

        Assert.Equal([0, 30, 60, 300, 399], places.Select(place => (float)Math.Round(place)));
    }

    private static NavPlot Equally(NavPlot plot) => plot with { Lines = [.. plot.Lines.Select(line => line with { IsMain = true })] };

    private static ChartPicture Serve(string name, NavPlot plot) => Recipe.Serve(name, Chart.Draw(plot));
}
