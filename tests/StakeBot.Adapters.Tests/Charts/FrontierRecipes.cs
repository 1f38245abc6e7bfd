using StakeBot.Adapters.Charts;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class FrontierRecipes
{
    private static readonly FrontierChart Chart = new(ChartTheme.Default);

    [Fact]
    public void Frontier_of_5_models()
    {
        ChartPicture picture = Serve("frontier-5", SomePlots.Frontier(5, SomePlots.Frame("You carry 0.34 points more risk than your return needs")));
        Assert.Contains(picture.Texts, t => t.Text == "You");
        Assert.Contains(picture.Texts, t => t.Text == "Frontier");
        Assert.Contains(picture.Texts, t => t.Text.Contains("Least risk", StringComparison.Ordinal));
        Assert.Contains(picture.Texts, t => t.Text == "kestrel");
    }

    [Fact]
    public void Frontier_of_12_models_with_caps_and_band()
    {
        ChartPicture picture = Serve("frontier-12-caps", SomePlots.Frontier(
            12,
            SomePlots.Frame("The two-percent rule leaves 40 % of the fund idle and costs 0.05 points of return per window", ExecutionMode.DryRun),
            cap: 0.05,
            hasBand: true));
        Assert.Contains(picture.Texts, t => t.Text == "With caps (idle 40\u00A0%)");
    }

    [Fact]
    public void Frontier_of_12_models_with_caps_that_leave_nothing_idle() =>
        Serve("frontier-12-caps-full", SomePlots.Frontier(12, SomePlots.Frame("Your models stay inside the caps", ExecutionMode.Live), cap: 0.12));

    [Fact]
    public void Frontier_of_32_models()
    {
        ChartPicture picture = Serve("frontier-32", SomePlots.Frontier(32, SomePlots.Frame("Thirty-two models, and six of them carry the frontier"), cap: 0.12, hasBand: true));
        Assert.InRange(picture.Texts.Count(t => t.Role == TextRole.Label), 10, 36);
    }

    [Fact]
    public void Frontier_with_caps_that_leave_less_idle_where_more_is_risked()
    {
        FrontierPlot plot = SomePlots.Frontier(8, SomePlots.Frame("Every step up the capped line puts idle NMR to work"), cap: 0.2);
        plot = plot with { CappedLine = [.. plot.CappedLine.Select((p, i) => p with { Risk = p.Risk * (0.5 + (0.015 * i)), Return = p.Return * (0.5 + (0.015 * i)), Idle = 0.5 - (0.015 * i) })] };
        ChartPicture picture = Serve("frontier-8-idle", plot);
        Assert.Contains(picture.Texts, t => t.Text == "idle 50\u00A0%");
        Assert.Contains(picture.Texts, t => t.Text == "With caps");
    }

    [Fact]
    public void Frontier_without_you() =>
        Assert.DoesNotContain(
            Serve("frontier-without-you", SomePlots.Frontier(5, SomePlots.Frame("What these five models can do together"), hasYou: false)).Texts,
            t => t.Text == "You");

    [Fact]
    public void Frontier_of_a_single_model()
    {
        RiskReturnPoint only = new("kestrel", 0.021, 0.0017);
        FrontierPlot plot = SomePlots.Frontier(5, SomePlots.Frame("With one model there is nothing to choose", ExecutionMode.Live)) with
        {
            Line = [new(only.Risk, only.Return, IsCorner: true, Idle: 0)],
            Models = [only],
            You = only with { Label = "You" },
            LeastRisk = only with { Label = "Least risk" },
            BestRatio = null,
        };
        ChartPicture picture = Serve("frontier-single", plot);
        Assert.Contains(picture.Texts, t => t.Text == "You = Least risk");
    }

    [Fact]
    public void Frontier_with_models_far_out()
    {
        FrontierPlot plot = SomePlots.Frontier(12, SomePlots.Frame("Three models are far too wild for this picture, and the frontier stays readable"));
        plot = plot with { Models = [.. plot.Models, new("albatross", 0.31, 0.001), new("condor", 0.18, -0.05), new("vulture", 0.02, -0.09)] };
        ChartPicture picture = Serve("frontier-far-out", plot);
        Assert.Contains(picture.Texts, t => t.Text == "3 models outside the picture");
    }

    [Fact]
    public void Frontier_whose_last_piece_runs_far_out()
    {
        FrontierPlot plot = SomePlots.Frontier(5, SomePlots.Frame("The best single model is nine times as risky as the rest", ExecutionMode.DryRun));
        plot = plot with
        {
            Line = [.. plot.Line, new(0.31, 0.006, IsCorner: true, Idle: 0)],
            Models = [.. plot.Models, new("albatross", 0.31, 0.006)],
        };
        ChartPicture picture = Serve("frontier-long-end", plot);
        Assert.Contains(picture.Texts, t => t.Text == "goes on to 31.0\u00A0% risk →");
    }

    [Fact]
    public void Frontier_of_models_with_hostile_names()
    {
        string[] names =
        [
            "🦅🦅🦅", "\u202Eleʇoɥ\u202C", new string('x', 1000), "", "line\nbreak\ttab", "a\u0301\u0301\u0301\u0301\u0301zalgo", "\uD83D", "猛禽モデル", "<b>@everyone`", "نسر",
            "\u200B\u200D", "𝕂𝔼𝕊𝕋",
        ];
        FrontierPlot plot = SomePlots.Frontier(12, SomePlots.Frame($"\u202EHostile {new string('W', 400)} 🦅 title\u0000"));
        plot = plot with { Models = [.. plot.Models.Select((m, i) => m with { Label = names[i] })], You = plot.You! with { Label = new string('Y', 1000) } };
        ChartPicture picture = Serve("frontier-hostile", plot);
        Assert.EndsWith("…", picture.Texts.Last(t => t.Role == TextRole.Title).Text, StringComparison.Ordinal);
    }

    private static ChartPicture Serve(string name, FrontierPlot plot) => Recipe.Serve(name, Chart.Draw(plot));
}
