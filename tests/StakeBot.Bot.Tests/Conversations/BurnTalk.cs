using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class BurnTalk
{
    [Fact]
    public async Task Burn_says_what_is_expected_the_bad_case_and_the_worst()
    {
        FakeCharts charts = new();
        var chat = Talk.WithAviary(charts);

        await chat.Says("/burn");

        chat.Sees(
                "Open rounds: expected", "8 open rounds, the last final", "(one standard error)", "9 outcomes of 10 between",
                "Bad case (mean of the worst 1 in 20): −", "Worst that the rules allow: −", "without the daily scores", "without knowing anything of these rounds",
                "the same in every open round is assumed", "Not in these figures, for lack of history: CROW with 2.00 NMR")
            .SeesPicture("Fan chart");
        SettlementPlot plot = Assert.IsType<SettlementPlot>(Assert.Single(charts.Drawn));
        Assert.Equal(5, plot.Points.Count);
        Assert.Equal(new SettlementPoint(plot.Points[0].Day, 0, 0, 0, 0, 0, 0, 0), plot.Points[0]);
        Assert.All(plot.Points, point => Assert.True(point.Worst <= point.Bad && point.Bad <= point.Low && point.Low <= point.Expected && point.Expected <= point.High));
    }

    [Fact]
    public async Task Picture_alt_text_and_table_say_the_same()
    {
        FakeCharts charts = new();
        var chat = Talk.WithAviary(charts);

        await chat.Says("/burn");

        SettlementPoint end = Assert.IsType<SettlementPlot>(Assert.Single(charts.Drawn)).Points[^1];
        Reply reply = chat.Last;
        IReadOnlyList<Cell> last = reply.Table!.Rows[^1];
        decimal equity = Aviary.Account().Snapshot.Equity.Amount;
        Assert.Equal(end.Expected, (double)((decimal)last[12].Value! / equity), 9);
        Assert.Equal(end.Bad, (double)((decimal)last[15].Value! / equity), 9);
        Assert.Contains(Figures.SignedPercent(end.Expected), Assert.Single(reply.Pictures).AltText);
        Assert.True(reply.Pictures[0].AltText.Length <= 300);
    }

    [Fact]
    public async Task One_model_can_be_asked_for()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/burn model:HERON");
        chat.Sees("Open rounds of HERON: expected", "4 open rounds", "Worst that the rules allow: −80.00 NMR");

        await chat.Says("/burn model:WREN");
        chat.Sees("Open rounds of WREN: nothing is at risk", "so nothing can burn");

        await chat.Says("/burn model:DODO");
        chat.SeesKind(ReplyKind.Refusal).Sees("There is no model DODO", "The models are KESTREL", "Nothing was computed.");

        await chat.Says("/burn tomorrow:yes");
        chat.SeesKind(ReplyKind.Refusal);
    }

    [Fact]
    public async Task Too_little_history_is_said()
    {
        StakeSnapshot snapshot = Some.Snapshot(stakes: Some.AtomicStake("KESTREL", 1, 4));
        var chat = Talk.With(new FakeNumerai(snapshot, Some.Scores(["KESTREL"], [[0.01], [0.02]], score: "corr60")), new FakeCharts());

        await chat.Says("/burn");

        chat.SeesKind(ReplyKind.Refusal).Sees("There is too little history to speak of open rounds", "Nothing was computed.");
    }

    [Fact]
    public async Task Known_positions_are_taken_and_nothing_is_assumed()
    {
        FakeNumerai account = Aviary.Account();
        account.Snapshot = account.Snapshot with
        {
            Tournaments =
            [
                .. account.Snapshot.Tournaments.Select(tournament => tournament with
                {
                    Stakes =
                    [
                        .. tournament.Stakes.Select(stake => stake.Locked == Nmr.Zero ? stake : stake with
                        {
                            Positions = [new OpenPosition(tournament.CurrentRound.Number, stake.Locked)],
                        }),
                    ],
                }),
            ],
        };
        var chat = Talk.With(account, new FakeCharts());

        await chat.Says("/burn");

        chat.Sees("2 open rounds").SeesNo("is assumed");
    }
}
