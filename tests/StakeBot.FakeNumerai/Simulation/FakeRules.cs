using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.NumeraiFake.Simulation;

/// <summary>The payout rules of the simulated tournaments.</summary>
internal static class FakeRules
{
    public static PayoutRule Classic { get; } = new()
    {
        Name = "classic-60-atomic",
        Tournament = Tournament.Classic,
        FromRound = new RoundNumber(1343),
        Regime = StakingRegime.Atomic,
        Multipliers = [new ScoreMultiplier(ScoreName.Corr60, 3), new ScoreMultiplier(ScoreName.Mmc60, 15)],
        Factor = new PayoutFactor.Fixed(1),
        Clip = 1,
        OverlappingRounds = 64,
        Source = "fake",
    };

    public static PayoutRule Signals { get; } = new()
    {
        Name = "signals-60-legacy",
        Tournament = Tournament.Signals,
        FromRound = new RoundNumber(1085),
        Regime = StakingRegime.Legacy,
        Multipliers = [new ScoreMultiplier(ScoreName.Alpha, 0.3), new ScoreMultiplier(ScoreName.Mpc, 0.8)],
        Factor = new PayoutFactor.Threshold(new Nmr(36_000m), 0.8125),
        Clip = 0.017,
        OverlappingRounds = 64,
        Source = "fake",
    };

    public static PayoutRule Of(Tournament tournament) => tournament == Tournament.Signals ? Signals : Classic;
}
