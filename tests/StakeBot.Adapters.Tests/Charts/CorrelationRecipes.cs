using StakeBot.Adapters.Charts;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class CorrelationRecipes
{
    private static readonly CorrelationChart Chart = new(ChartTheme.Default);

    [Fact]
    public void Correlations_of_2_models() => Serve("correlations-2", SomePlots.Correlations(2, SomePlots.Frame("Two models, half in step", ExecutionMode.Live)));

    [Fact]
    public void Correlations_of_5_models()
    {
        ChartPicture picture = Serve("correlations-5", SomePlots.Correlations(5, SomePlots.Frame("finch is your only hedge")));
        Assert.Equal(20, picture.Texts.Count(t => t.Role == TextRole.Cell));
    }

    [Fact]
    public void Correlations_of_12_models_two_of_them_without_common_rounds()
    {
        ChartPicture picture = Serve("correlations-12", SomePlots.Correlations(12, SomePlots.Frame("Nine of twelve models move together"), hasUnknown: true));
        Assert.Contains(picture.Texts, t => t.Text == "no data");
        Assert.Contains(picture.Texts, t => t.Role == TextRole.Cell);
    }

    [Fact]
    public void Correlations_of_32_models()
    {
        ChartPicture picture = Serve("correlations-32", SomePlots.Correlations(
            32,
            SomePlots.Frame("Your thirty-two models behave like seven: most of them move together in the same rounds", ExecutionMode.DryRun),
            hasUnknown: true));
        Assert.DoesNotContain(picture.Texts, t => t.Role == TextRole.Cell);
        Assert.Equal(32, picture.Texts.Count(t => t.Role == TextRole.Axis && t.Text.Contains('\u00A0', StringComparison.Ordinal)));
    }

    [Fact]
    public void Correlations_of_100_models() => Serve("correlations-100", SomePlots.Correlations(100, SomePlots.Frame("A hundred models are a carpet")));

    [Fact]
    public void Correlations_of_models_without_any_common_history()
    {
        CorrelationPlot plot = SomePlots.Correlations(3, SomePlots.Frame("Nothing is known yet"));
        Serve("correlations-unknown", plot with { Correlations = [.. Enumerable.Repeat(double.NaN, 9)] });
    }

    private static ChartPicture Serve(string name, CorrelationPlot plot) => Recipe.Serve(name, Chart.Draw(plot));
}
