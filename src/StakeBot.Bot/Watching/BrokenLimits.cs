using StakeBot.Bot.Funds;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Watching;

/// <summary>Whether a broken limit asks for anything.</summary>
internal static class BrokenLimits
{
    /// <summary>
    /// Whether the two-percent rule is broken by nothing but NMR that is locked or on its way: what is set keeps it, once it acts in full. A burn budget
    /// that is exceeded is never counted as mended: it depends on all models together.
    /// </summary>
    public static bool AreMendedBySettings(Fund fund) => fund.Risk is { IsOverBudget: false } risk && risk.Broken.Any()
        && risk.Broken.All(check => IsMendedBySettings(fund, check));

    /// <summary>Whether one model keeps the two-percent rule once what is set for it acts in full.</summary>
    public static bool IsMendedBySettings(Fund fund, ModelLimitCheck check) =>
        fund.Snapshot.Stakes.Where(stake => stake.Model.Id == check.Model.Id).Select(stake => stake.InFull).Total <= check.Allowed;
}
