using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class BacktestTalk
{
    [Fact]
    public async Task A_policy_is_tried_beside_plain_portfolios()
    {
        FakeCharts charts = new();
        var chat = Talk.WithAviary(charts);

        await chat.Says("/backtest");

        chat.SeesKind(ReplyKind.Answer)
            .Sees(
                "What if: the policy cautious beside plain portfolios without limits, each rebalanced when a model is more than 3 % of the fund off",
                "Rounds 17–80",
                "• equal weight: ",
                "• present weights: ",
                "• least risk: ",
                "• best ratio: ",
                "• risk parity: ",
                "• cautious: ",
                "Most was gained by ",
                "per risk, with less than 5 % probability of chance",
                "6 settings were tried.",
                "(deflated Sharpe ratio); the best in one half of the rounds",
                "knew only rounds that had resolved by then, less the newest 4 as embargo",
                "Atomic: each round has its own part",
                "Legacy: an increase acts from the next round",
                "The models are those of today",
                "2.00 NMR are staked on models without enough history",
                "Left out: CROW")
            .SeesPicture("Line chart of the fund's value", "cautious ");
        NavPlot plot = Assert.IsType<NavPlot>(Assert.Single(charts.Drawn));
        Assert.Equal(6, plot.Lines.Count);
        Assert.All(plot.Lines, line => Assert.Equal(plot.Days.Count, line.Values.Count));
        Assert.Equal(["cautious"], plot.Lines.Where(line => line.IsMain).Select(line => line.Label));
    }

    [Fact]
    public async Task What_was_paid_and_burned_is_what_was_gained()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/backtest policy:bold data");

        Assert.True(chat.Last.ShowTable);
        DataTable table = chat.Last.Table!;
        Assert.All(table.Rows, row => Assert.Equal((double)row[1].Value!, (double)row[2].Value! - (double)row[3].Value!, 1e-9));
        Assert.Equal("bold", table.Rows[^1][0].Text);
        // What has no limits and the schedule of the best ratio is the best ratio.
        IReadOnlyList<Cell> reference = table.Rows.Single(row => row[0].Text == "best ratio");
        Assert.Equal(reference.Skip(1).Select(cell => cell.Value), table.Rows[^1].Skip(1).Select(cell => cell.Value));
    }

    [Fact]
    public async Task All_schedules_of_one_policy_are_compared_with_never()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/backtest rebalance:all");

        chat.Sees("the policy cautious on different schedules", "• never: ", "no changes", "• every 20 rounds: ", "• band 3 %: ", "• turnover 50 %: ").SeesNo("• equal weight");

        await chat.Presses("Beside plain portfolios");
        chat.Sees("• equal weight: ");
    }

    [Theory]
    [InlineData("/backtest rebalance:never", "each rebalanced never")]
    [InlineData("/backtest calendar every:7", "each rebalanced every 7 rounds")]
    [InlineData("/backtest every:7", "each rebalanced when a model is more than 3 % of the fund off, looked at every 7 rounds")]
    [InlineData("/backtest band:10%", "each rebalanced when a model is more than 10 % of the fund off, looked at every 5 rounds")]
    [InlineData("/backtest policy:bold turnover:20%", "each rebalanced every 4 rounds, moving at most 20 % of the fund in one window")]
    [InlineData("/backtest bold", "the policy bold beside plain portfolios without limits, each rebalanced every 4 rounds")]
    public async Task The_schedule_can_be_chosen(string line, string seen)
    {
        var chat = Talk.WithAviary();

        await chat.Says(line);

        chat.SeesKind(ReplyKind.Answer).Sees(seen);
    }

    [Theory]
    [InlineData("/backtest band:5% turnover:20%", "give one of them")]
    [InlineData("/backtest rebalance:calendar band:5%", "A band belongs to rebalance:band")]
    [InlineData("/backtest rebalance:band turnover:5%", "belongs to rebalance:turnover")]
    [InlineData("/backtest rebalance:never every:5", "leave every out")]
    [InlineData("/backtest rebalance:all every:5", "tries its own settings")]
    [InlineData("/backtest models:DODO", "I do not know DODO")]
    public async Task What_does_not_go_together_is_refused(string line, string seen)
    {
        var chat = Talk.WithAviary();

        await chat.Says(line);

        chat.SeesKind(ReplyKind.Refusal).Sees(seen, "Nothing was computed.");
    }

    [Fact]
    public async Task Some_models_only()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/backtest models:tern,gull");

        chat.SeesKind(ReplyKind.Answer).Sees("Legacy: an increase").SeesNo("Atomic: each");
    }

    [Fact]
    public async Task Too_little_history_is_refused_with_what_is_missing()
    {
        ScorePanel few = Some.Scores(["KESTREL", "WREN"], [.. Enumerable.Range(0, 19).Select(t => new[] { 0.01 * Math.Sin(t), 0.01 * Math.Cos(t) })], Tournament.Classic, "corr60");
        var chat = Talk.With(new FakeNumerai(Some.Snapshot(wallet: 10, stakes: [Some.AtomicStake("KESTREL", 1, 4)]), few), new FakeCharts());

        await chat.Says("/backtest");

        chat.SeesKind(ReplyKind.Refusal).Sees("There are 19 resolved rounds, and at least 21 are needed", "Nothing was computed.");
    }

    [Fact]
    public async Task Few_windows_are_said_to_prove_nothing()
    {
        ScorePanel few = Some.Scores(["KESTREL", "WREN"], [.. Enumerable.Range(0, 26).Select(t => new[] { 0.01 * Math.Sin(t), 0.01 * Math.Cos(t) })], Tournament.Classic, "corr60");
        var chat = Talk.With(new FakeNumerai(Some.Snapshot(wallet: 10, stakes: [Some.AtomicStake("KESTREL", 1, 4)]), few), new FakeCharts());

        await chat.Says("/backtest");

        chat.SeesKind(ReplyKind.Answer)
            .Sees("in too few windows to prove anything", "2.50 windows without common rounds are too few to tell any of these apart")
            .SeesNo("than equal weight").SeesNo("within noise").SeesNo("settings were tried");
    }

    [Fact]
    public async Task Who_has_staked_nothing_sees_no_present_weights()
    {
        FakeNumerai account = Aviary.Account();
        StakeSnapshot full = account.Snapshot;
        account.Snapshot = full with { Tournaments = [.. full.Tournaments.Select(tournament => tournament with { Stakes = [] })] };
        var chat = Talk.With(account, new FakeCharts());

        await chat.Says("/backtest");

        chat.SeesKind(ReplyKind.Answer).Sees("• equal weight: ").SeesNo("• present weights: ");
    }

    [Fact]
    public async Task A_question_that_was_stopped_computes_no_further()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        ScriptedChat chat = new(Talk.Bot(Aviary.Account()), stop.Token);

        await chat.Says("/backtest");

        chat.Sees("Stopped");
    }

    [Fact]
    public async Task The_same_question_has_the_same_answer()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/backtest");
        string first = chat.Text;
        await chat.Says("/backtest");

        Assert.Equal(first, chat.Text);
    }
}
