using StakeBot.Adapters.Charts;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

public sealed class FrontierViewTests
{
    private static readonly FrontierPlot Plot = new(
        SomePlots.Frame("A title"),
        "Risk",
        "Return",
        [new(0.010, 0.001, IsCorner: true, 0), new(0.014, 0.002, IsCorner: true, 0), new(0.020, 0.003, IsCorner: true, 0)],
        [],
        [],
        [],
        new("You", 0.018, 0.0015),
        new("Least risk", 0.010, 0.001),
        null);

    [Fact]
    public void The_lines_and_you_fill_the_picture()
    {
        FrontierView view = FrontierView.Of(Plot);
        Assert.InRange(view.Risk.Min, 0.009, 0.010);
        Assert.InRange(view.Risk.Max, 0.020, 0.021);
        Assert.InRange(view.Return.Min, 0.0008, 0.001);
        Assert.InRange(view.Return.Max, 0.003, 0.0033);
    }

    [Fact]
    public void A_model_not_far_away_is_taken_in()
    {
        FrontierView view = FrontierView.Of(Plot with { Models = [new("near", 0.026, 0.0005)] });
        Assert.Single(view.Inside);
        Assert.True(view.Risk.Contains(0.026) && view.Return.Contains(0.0005));
    }

    [Fact]
    public void A_model_far_away_stays_outside_and_is_counted()
    {
        FrontierView view = FrontierView.Of(Plot with { Models = [new("near", 0.015, 0.001), new("far", 0.2, 0.001), new("deep", 0.015, -0.1)] });
        Assert.Equal(["near"], view.Inside.Select(m => m.Label));
        Assert.Equal(2, view.Outside);
        Assert.True(view.Risk.Width < 0.02);
    }

    [Fact]
    public void You_are_in_the_picture_however_far_away_you_are()
    {
        FrontierView view = FrontierView.Of(Plot with { You = new("You", 0.2, -0.05) });
        Assert.True(view.Risk.Contains(0.2) && view.Return.Contains(-0.05));
    }

    [Fact]
    public void A_last_piece_that_would_squash_the_line_is_cut()
    {
        FrontierView view = FrontierView.Of(Plot with { Line = [.. Plot.Line, new(0.2, 0.004, IsCorner: true, 0)] });
        Assert.InRange(view.Risk.Max, 0.02, 0.03);
        Assert.NotNull(view.LineLeavesAt);
        Assert.InRange(view.LineLeavesAt.Return, 0.003, 0.0031);
    }

    [Fact]
    public void A_single_point_gets_room_around_it()
    {
        RiskReturnPoint only = new("one", 0.02, 0);
        FrontierView view = FrontierView.Of(Plot with { Line = [], You = only, LeastRisk = only });
        Assert.True(view.Risk.Width > 0.001 && view.Return.Width > 0);
    }
}
