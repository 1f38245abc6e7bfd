using StakeBot.Bot.Chat;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Execution.Making;

/// <summary>A setting of an Atomic strategy in the words of Numerai's site.</summary>
internal static class SettingWords
{
    /// <summary><c>S 1.05, fixed</c>.</summary>
    public static string Of(StakeSetting setting) =>
        $"S {Figures.Amount(setting.PerRound)}, {Mode(setting.Mode)}{(setting.Automation ? "" : ", automation off")}";

    public static string Mode(StakeMode mode) => mode == StakeMode.Compound ? "compound" : "fixed";
}
