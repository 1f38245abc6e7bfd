using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Testing;

/// <summary>Things that a test needs but does not care about: it states only what matters to it.</summary>
public static class Some
{
    /// <summary>A moment: Saturday 2026-11-21, 14:00 UTC.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero);

    /// <summary>A model.</summary>
    public static Model Model(string name = "KESTREL", Tournament tournament = Tournament.Classic) => new(new ModelId(name), name, tournament);

    /// <summary>A payout rule that pays one score as it is.</summary>
    public static PayoutRule Rule(
        string name = "plain",
        Tournament tournament = Tournament.Classic,
        int fromRound = 1,
        StakingRegime regime = StakingRegime.Legacy,
        int overlap = 2,
        double clip = 1,
        double factor = 1,
        string score = "corr20") => new()
        {
            Name = name,
            Tournament = tournament,
            FromRound = new RoundNumber(fromRound),
            Regime = regime,
            Multipliers = [new ScoreMultiplier(new ScoreName(score), 1)],
            Factor = new PayoutFactor.Fixed(factor),
            Clip = clip,
            OverlappingRounds = overlap,
            Source = "made up",
        };

    /// <summary>A round.</summary>
    public static Round Round(int number = 1404, Tournament tournament = Tournament.Classic) => new(
        tournament, new RoundNumber(number), RoundState.Open, Moment.AddHours(-2), Moment.AddHours(1), Moment.AddDays(88));

    /// <summary>Scores of one kind, a row per round from round 1 on, all resolved; NaN for a gap.</summary>
    public static ScorePanel Scores(IReadOnlyList<string> models, double[][] rows, Tournament tournament = Tournament.Classic, string score = "corr20") => new(
        tournament,
        [.. rows.Select((_, t) => new RoundNumber(t + 1))],
        [.. models.Select(name => Model(name, tournament))],
        [.. rows.Select(_ => true)],
        new Dictionary<ScoreName, double[]> { [new ScoreName(score)] = [.. rows.SelectMany(row => row)] });

    /// <summary>A Legacy stake.</summary>
    public static Stake.Legacy LegacyStake(string name = "WREN", decimal staked = 10) =>
        new(Model(name, Tournament.Signals)) { Staked = new Nmr(staked), PayoutPending = Nmr.Zero };

    /// <summary>An Atomic stake that has run for R rounds.</summary>
    public static Stake.Atomic AtomicStake(string name = "KESTREL", decimal perRound = 1, int overlap = 64) => new(Model(name))
    {
        Setting = new StakeSetting(new Nmr(perRound), StakeMode.Constant, true),
        InRounds = new Nmr(perRound * overlap),
        OpenRounds = overlap,
        OverlappingRounds = overlap,
        PayoutPending = Nmr.Zero,
    };

    /// <summary>A snapshot of one Classic account.</summary>
    public static StakeSnapshot Snapshot(decimal wallet = 0, decimal idle = 0, params Stake[] stakes) => new(
        "Aviary",
        Moment,
        new Nmr(wallet),
        [new TournamentStakes(Tournament.Classic, StakingRegime.Atomic, Round(), 64, new Nmr(idle), stakes)]);
}
