using StakeBot.Adapters.Charts;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class ContributionRecipes
{
    private static readonly ContributionChart Chart = new(ChartTheme.Default);

    [Fact]
    public void Contributions_of_5_models_one_of_them_a_hedge()
    {
        ChartPicture picture = Serve("contributions-5", SomePlots.Contributions(5, SomePlots.Frame("heron breaks the two-percent rule: twice its share of the fund is its share of the risk", ExecutionMode.Live)));
        Assert.Contains(picture.Texts, t => t.Text == "over 2\u00A0%");
        Assert.Contains(picture.Texts, t => t.Text.StartsWith('−'));
    }

    [Fact]
    public void Contributions_of_12_models() =>
        Serve("contributions-12", SomePlots.Contributions(12, SomePlots.Frame("Half of the risk sits in three of your twelve models; the rule holds for all of them")));

    [Fact]
    public void Contributions_of_32_models()
    {
        ChartPicture picture = Serve("contributions-32", SomePlots.Contributions(32, SomePlots.Frame("Risk is spread: no model holds more than 12 % of it", ExecutionMode.DryRun)));
        Assert.Contains(picture.Texts, t => t.Text == "and 21 more");
    }

    [Fact]
    public void Contributions_of_a_single_model() =>
        Serve("contributions-1", SomePlots.Contributions(1, SomePlots.Frame("All eggs are in one basket"), hasHedge: false));

    private static ChartPicture Serve(string name, ContributionPlot plot) => Recipe.Serve(name, Chart.Draw(plot));
}
