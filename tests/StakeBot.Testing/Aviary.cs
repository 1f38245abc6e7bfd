using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Testing;

/// <summary>
/// A small account for conversations: five Atomic Classic models of which HERON breaks the two-percent rule and CROW has hardly a history,
/// and two Legacy Signals models. Windows have four rounds; 80 rounds of scores made of sines.
/// </summary>
public static class Aviary
{
    private const int Rounds = 80;
    private const int Overlap = 4;

    /// <summary>The payout rules of both tournaments.</summary>
    public static PayoutRule[] Rules { get; } =
    [
        Some.Rule("classic-test", Tournament.Classic, 1, StakingRegime.Atomic, Overlap, clip: 1, score: "corr60"),
        Some.Rule("signals-test", Tournament.Signals, 1, StakingRegime.Legacy, Overlap, clip: 0.017, score: "alpha"),
    ];

    /// <summary>The account.</summary>
    public static FakeNumerai Account() => Account(name => name);

    /// <summary>The account, its models called something else.</summary>
    public static FakeNumerai Account(Func<string, string> called) => new(Snapshot(called), Classic(called), Signals(called))
    {
        Ledger = new Ledger(
        [
            new LedgerEntry(Some.Moment.AddDays(-2), Some.Model("KESTREL"), new RoundNumber(79), LedgerKind.Payout, new Nmr(1.5m), new Nmr(2)),
            new LedgerEntry(Some.Moment.AddDays(-2), Some.Model("HERON"), new RoundNumber(79), LedgerKind.Burn, new Nmr(0.25m), new Nmr(20)),
        ]),
    };

    private static StakeSnapshot Snapshot(Func<string, string> called) => new(
        "Aviary",
        Some.Moment,
        new Nmr(18.20m),
        [
            new TournamentStakes(
                Tournament.Classic,
                StakingRegime.Atomic,
                Some.Round(84),
                Overlap,
                new Nmr(21.50m),
                [
                    Atomic(called, "KESTREL", 2.00m, 1.12m),
                    Atomic(called, "HERON", 20.00m, -2.40m),
                    Atomic(called, "OSPREY", 1.00m, 0.10m),
                    Atomic(called, "WREN", 0m, 0m),
                    Atomic(called, "CROW", 0.50m, 0m),
                ]),
            new TournamentStakes(
                Tournament.Signals,
                StakingRegime.Legacy,
                Some.Round(84, Tournament.Signals),
                Overlap,
                Nmr.Zero,
                [
                    new Stake.Legacy(Model(called, "TERN", Tournament.Signals))
                    {
                        Staked = new Nmr(40), PendingRelease = new Nmr(5), ReleaseDue = Some.Moment.AddDays(20), PayoutPending = new Nmr(0.2m),
                    },
                    new Stake.Legacy(Model(called, "GULL", Tournament.Signals)) { Staked = new Nmr(15), PayoutPending = Nmr.Zero },
                ]),
        ]);

    private static Stake.Atomic Atomic(Func<string, string> called, string name, decimal perRound, decimal pending) => new(Model(called, name))
    {
        Setting = new StakeSetting(new Nmr(perRound), StakeMode.Compound, true),
        InRounds = new Nmr(perRound * Overlap),
        OpenRounds = Overlap,
        OverlappingRounds = Overlap,
        PayoutPending = new Nmr(pending),
    };

    private static ScorePanel Classic(Func<string, string> called) => Renamed(called, Some.Scores(
        ["KESTREL", "HERON", "OSPREY", "WREN", "CROW"],
        Rows(t =>
        [
            0.010 + 0.020 * Math.Sin(0.7 * t),
            0.015 + 0.080 * Math.Sin(0.7 * t + 0.5) + 0.05 * Math.Sin(2.1 * t),
            0.008 + 0.020 * Math.Cos(1.3 * t),
            0.004 + 0.010 * Math.Cos(0.4 * t + 1),
            t < Rounds - 5 ? double.NaN : 0.01,
        ]),
        Tournament.Classic,
        "corr60"), "corr60");

    private static ScorePanel Signals(Func<string, string> called) => Renamed(called, Some.Scores(
        ["TERN", "GULL"],
        Rows(t => [0.001 + 0.004 * Math.Sin(0.9 * t + 2), 0.002 + 0.003 * Math.Cos(1.7 * t)]),
        Tournament.Signals,
        "alpha"), "alpha");

    private static Model Model(Func<string, string> called, string name, Tournament tournament = Tournament.Classic) =>
        Some.Model(name, tournament) with { Name = called(name) };

    private static ScorePanel Renamed(Func<string, string> called, ScorePanel panel, string score) => new(
        panel.Tournament,
        panel.Rounds,
        [.. panel.Models.Select(model => model with { Name = called(model.Name) })],
        [.. panel.Rounds.Select((_, t) => panel.IsResolved(t))],
        new Dictionary<ScoreName, double[]>
        {
            [new ScoreName(score)] = [.. panel.Rounds.SelectMany((_, t) => panel.Models.Select((_, m) => panel[new ScoreName(score), t, m]))],
        });

    private static double[][] Rows(Func<int, double[]> row) => [.. Enumerable.Range(0, Rounds).Select(row)];
}
