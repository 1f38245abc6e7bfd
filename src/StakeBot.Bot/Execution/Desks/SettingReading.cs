using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Making;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Desks;

/// <summary>
/// What a reading says of a setting. Numerai's interface tells what a round got, not what is set: mode and automation cannot be compared then, and a
/// setting shows only when the next round has taken its stakes.
/// </summary>
internal static class SettingReading
{
    // The last digits of Numerai's amounts are noise of floating-point numbers.
    private static readonly Nmr Noise = new(0.000_000_000_001m);

    /// <summary>Whether it reads as that setting would.</summary>
    public static bool IsSet(Stake.Atomic stake, StakeSetting setting)
    {
        if (stake.SettingSeenIn is null)
            return stake.Setting == setting;
        Nmr off = Got(stake.Setting) - Got(setting);
        return Nmr.Max(off, -off) <= Noise;
    }

    /// <summary>What it reads instead: <c>round 1405 reads 0.75 NMR, not 0.70 NMR</c>.</summary>
    public static string Difference(Stake.Atomic stake, StakeSetting wanted) => stake.SettingSeenIn is { } round
        ? $"round {round} reads {Figures.Amount(Got(stake.Setting))} NMR, not {Figures.Amount(Got(wanted))} NMR"
        : stake.Setting.PerRound != wanted.PerRound
            ? $"reads {Figures.Amount(stake.Setting.PerRound)} NMR, not {Figures.Amount(wanted.PerRound)} NMR"
            : $"reads {SettingWords.Of(stake.Setting)}, not {SettingWords.Of(wanted)}";

    /// <summary>Whether a setting that was entered before that time would be seen by now.</summary>
    public static bool WouldShow(Stake.Atomic stake, Round current, DateTimeOffset enteredBefore, DateTimeOffset now) => stake.SettingSeenIn is { } seen
        ? seen == current.Number && current.Closes >= enteredBefore
        : now >= enteredBefore;

    private static Nmr Got(StakeSetting setting) => setting.Automation ? setting.PerRound : Nmr.Zero;
}
