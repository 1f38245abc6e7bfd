using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class RiskTalk
{
    [Fact]
    public async Task Risk_names_the_model_that_breaks_the_rule_and_the_smallest_change()
    {
        FakeCharts charts = new();
        var chat = Talk.WithAviary(charts);

        await chat.Says("/risk");

        chat.Sees(
            "Two-percent rule broken by 1 of 5 models",
            "No model may cost more than 2.00 % of 188.70 NMR equity = 3.77 NMR in a bad window",
            "• HERON: −",
            "Where it comes from: HERON",
            "Smallest change that keeps the rule:",
            "• HERON: per-round stake 20.00 to ",
            "and compound to fixed",
            "Not in these figures, for lack of history: CROW with 2.00 NMR",
            "Left out: CROW")
            .SeesPicture("HERON");
        ContributionPlot plot = Assert.IsType<ContributionPlot>(Assert.Single(charts.Drawn));
        Assert.Equal("HERON", plot.Bars[0].Model);
        Assert.Equal(1, plot.Bars.Sum(bar => bar.Contribution), 9);
    }

    [Fact]
    public async Task The_change_that_is_said_really_keeps_the_rule()
    {
        var chat = Talk.WithAviary();
        await chat.Says("/risk");
        IReadOnlyList<Cell> heron = chat.Last.Table!.Rows.Single(row => row[0].Text == "HERON");
        decimal exposure = (decimal)heron[1].Value!;
        decimal loss = (decimal)heron[4].Value!;
        decimal limit = (decimal)heron[5].Value!;
        string fix = chat.Last.Lines.Single(line => line.StartsWith("• HERON: per-round stake", StringComparison.Ordinal));

        decimal perRound = decimal.Parse(fix.Split(" to ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(perRound * 4 * loss / exposure <= limit);
        Assert.True((perRound + 0.01m) * 4 * loss / exposure > limit);
    }

    [Fact]
    public async Task Risk_of_one_model_speaks_of_its_history()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/risk wren");
        chat.Sees("Risk of WREN", "expected +", "Windows that lost");

        await chat.Says("/risk CROW");
        chat.Sees("5 resolved rounds of 80");

        await chat.Says("/risk DODO");
        chat.SeesKind(ReplyKind.Refusal).Sees("There is no model DODO", "KESTREL", "Nothing was computed.");
    }

    [Fact]
    public async Task Without_a_history_there_is_no_risk_to_speak_of()
    {
        var chat = Talk.With(new FakeNumerai(Some.Snapshot(5, 5, Some.AtomicStake())), new FakeCharts());

        await chat.Says("/risk");

        chat.SeesKind(ReplyKind.Refusal).Sees("too little history", "Nothing was computed.");
    }
}
