using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Conversations;

/// <summary>Every answer says which estimators made its numbers: who reads it can look them up, and doubt them.</summary>
public sealed class EstimatorsTalk
{
    private const int Rounds = 80;

    [Theory]
    [InlineData("/frontier")]
    [InlineData("/risk")]
    [InlineData("/risk KESTREL")]
    [InlineData("/models")]
    public async Task Shrinkage_and_filled_gaps_are_named_with_their_amount(string line)
    {
        var chat = Over(gaps: 3, short_: 10);

        await chat.Says(line);

        chat.Sees("How: covariance of windows over all overlaps (Newey–West)", "towards their mean (Ledoit–Wolf)", "towards one another (Bayes–Stein)", "; 3 missing entries filled (EM).")
            .SeesNo("Stambaugh");
    }

    [Fact]
    public async Task Where_nothing_was_filled_nothing_is_said_to_be()
    {
        var chat = Over(gaps: 0, short_: 10);

        await chat.Says("/frontier");
        chat.Sees("How: ").SeesNo("(EM)");
        await chat.Says("/backtest");
        chat.Sees("How: estimates made anew at each look, by Newey–West, Ledoit–Wolf and Bayes–Stein; errors by Newey–West").SeesNo("(EM)");
        await chat.Says("/compare KESTREL HERON");
        chat.Sees("How: errors by Newey–West over the overlap", "Lo 2002; Ledoit–Wolf 2008", "nothing is shrunk, filled or joined");
    }

    [Fact]
    public async Task A_backtest_says_what_its_last_decision_filled()
    {
        var chat = Over(gaps: 3, short_: 10);

        await chat.Says("/backtest");

        chat.Sees("; 3 missing entries filled (EM) at the last look; ");
    }

    [Fact]
    public async Task Short_histories_are_joined_when_asked_for_and_each_is_named()
    {
        var chat = Over(gaps: 1, short_: 10);

        await chat.Says("/frontier");
        chat.Sees("Efficient frontier of 3 models", "Left out: CROW (10 resolved rounds of 80");

        await chat.Says("/frontier short:join");
        chat.Sees(
            "Efficient frontier of 4 models",
            "; 1 missing entry filled (EM); joined by regression on 3 longer histories (Stambaugh 1997): CROW (10 rounds, ",
            " explained).")
            .SeesNo("Left out");

        await chat.Says("/frontier short:join horizon:round");
        chat.Sees("How: mean and covariance of single rounds as they were, nothing shrunk; joined by regression on 3 longer histories (Stambaugh 1997): CROW (10 rounds").SeesNo("(EM)");
    }

    [Fact]
    public async Task Bands_name_their_bootstrap()
    {
        var chat = Talk.WithAviary();

        await chat.Says("/frontier bands");

        chat.Sees("Bands: stationary bootstrap (Politis–Romano), its block length by Politis–White.");
    }

    private static ScriptedChat Over(int gaps, int short_)
    {
        string[] names = ["KESTREL", "HERON", "OSPREY", "CROW"];
        double[][] rows =
        [
            .. Enumerable.Range(0, Rounds).Select(t => new[]
            {
                0.010 + 0.020 * Math.Sin(0.7 * t),
                // From round 11 on: the last decision of a backtest has seen them.
                t >= 10 && t < 10 + 3 * gaps && t % 3 == 1 ? double.NaN : 0.012 + 0.020 * Math.Cos(1.3 * t),
                0.008 + 0.010 * Math.Cos(0.4 * t + 1) + 0.004 * Math.Sin(2.1 * t),
                t < Rounds - short_ ? double.NaN : 0.010 + 0.015 * Math.Sin(0.9 * t + 2),
            }),
        ];
        StakeSnapshot snapshot = new(
            "Gaps", Some.Moment, new(10m), [new TournamentStakes(Tournament.Classic, StakingRegime.Atomic, Some.Round(84), 4, new(5m), [.. names.Select(name => Some.AtomicStake(name, 1, 4))])]);
        return Talk.With(new FakeNumerai(snapshot, Some.Scores(names, rows, Tournament.Classic, "corr60")), new FakeCharts());
    }
}
