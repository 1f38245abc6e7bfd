using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class FrontierTalk
{
    [Fact]
    public async Task Frontier_says_where_you_are_what_is_best_and_what_the_caps_leave()
    {
        FakeCharts charts = new();
        var chat = Talk.WithAviary(charts);

        await chat.Says("/frontier");

        chat.Sees(
            "Efficient frontier of 6 models per window (4 rounds, about 1 week)",
            "You: risk ",
            " ± ",
            "Everything staked: least risk ",
            "best ratio",
            "Within the two-percent caps the whole fund can be staked",
            "From 80 resolved rounds (1–80), worth about",
            "An estimate, not a forecast.",
            "Left out: CROW")
            .SeesPicture("Line chart of risk against expected result", "You are at");
        FrontierPlot plot = Assert.IsType<FrontierPlot>(Assert.Single(charts.Drawn));
        Assert.NotNull(plot.You);
        Assert.True(plot.Line.Zip(plot.Line.Skip(1)).All(pair => pair.First.Return <= pair.Second.Return));
        Assert.All(plot.CappedLine, point => Assert.InRange(point.Idle, 0, 1));
    }

    [Theory]
    [InlineData("/frontier measure:cvar")]
    [InlineData("/frontier cvar")]
    [InlineData("/Frontier CVAR")]
    [InlineData("/frontier@StakeBot measure=cvar")]
    public async Task Options_can_be_named_or_just_given(string line)
    {
        var chat = Talk.WithAviary();

        await chat.Says(line);

        chat.SeesKind(ReplyKind.Answer).Sees("mean loss in the worst 1 in 20");
    }

    [Theory]
    [InlineData("variance")]
    [InlineData("cvar")]
    [InlineData("cdar")]
    [InlineData("maxdrawdown")]
    public async Task Every_measure_is_drawn(string measure)
    {
        var chat = Talk.WithAviary();

        await chat.Says($"/frontier {measure}");

        chat.SeesKind(ReplyKind.Answer).SeesPicture();
    }

    [Fact]
    public async Task A_cap_that_cannot_be_kept_is_refused_with_the_one_that_can()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/frontier cap:10%");

        chat.SeesKind(ReplyKind.Refusal).Sees("No portfolio keeps these limits", "a cap of 0.166667 for each would do", "Nothing was computed.");
    }

    [Fact]
    public async Task A_cap_holds()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/frontier cap:35% data");

        Assert.True(chat.Last.ShowTable);
        Assert.All(
            chat.Last.Table!.Rows.Where(row => row[0].Text.EndsWith("all staked", StringComparison.Ordinal)),
            row => Assert.All(row.Skip(5), cell => Assert.InRange((double)cell.Value!, -1e-9, 35 + 1e-9)));
    }

    [Fact]
    public async Task Bands_are_drawn_when_they_are_asked_for_and_are_the_same_each_time()
    {
        FakeCharts charts = new();
        var chat = Talk.WithAviary(charts);

        await chat.Says("/frontier bands");
        chat.Sees("90 % bands of the true risk: yours ", "From 400 resampled histories", "How often a model enters the least-risk portfolio").SeesNo("[Draw 90 % bands]");
        string first = chat.Text;
        FrontierPlot plot = Assert.IsType<FrontierPlot>(charts.Drawn[0]);
        Assert.Equal(plot.Line.Count, plot.Band.Count);
        Assert.All(plot.Band, band => Assert.True(band.Low <= band.High));

        await chat.Says("/frontier bands");
        Assert.Equal(first, chat.Text);

        await chat.Says("/frontier");
        await chat.Presses("Draw 90 % bands");
        chat.Sees("90 % bands of the true risk");
    }

    [Fact]
    public async Task Some_models_only()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/frontier models:kestrel,osprey,tern");
        chat.Sees("Efficient frontier of 3 models");

        await chat.Says("/frontier models:DODO");
        chat.SeesKind(ReplyKind.Refusal).Sees("I do not know DODO", "Nothing was computed.");
    }

    [Fact]
    public async Task Round_by_round_is_there_for_comparison()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/frontier horizon:round");

        chat.Sees("round by round and unshrunk", "in % of the NMR staked in one round").SeesNo("Bayes–Stein");
    }

    [Theory]
    [InlineData("/frontier measure:beta", "'beta' is no measure; it is one of variance, cvar, cdar, maxdrawdown.")]
    [InlineData("/frontier cap:0", "'0' is no cap")]
    [InlineData("/frontier cap:2,5%", "has a comma")]
    [InlineData("/frontier cap:35", "Is '35' 35 percent?")]
    [InlineData("/frontier cvar variance", "'measure' is given twice.")]
    public async Task Bad_input_gets_a_sentence_and_an_example(string line, string sentence)
    {
        var chat = Talk.WithAviary();

        await chat.Says(line);

        chat.SeesKind(ReplyKind.Refusal).Sees(sentence, "Example: /frontier measure:cvar", "Nothing was changed.");
    }
}
