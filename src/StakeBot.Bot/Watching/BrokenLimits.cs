using StakeBot.Bot.Funds;
using StakeBot.Core.Money;

namespace StakeBot.Bot.Watching;

/// <summary>Whether a broken limit asks for anything.</summary>
internal static class BrokenLimits
{
    /// <summary>
    /// Whether the two-percent rule is broken by nothing but NMR that is locked or on its way: what is set keeps it, once it acts in full. A burn budget
    /// that is exceeded is never counted as mended: it depends on all models together.
    /// </summary>
    public static bool AreMendedBySettings(Fund fund) => fund.Risk is { IsOverBudget: false } risk && risk.Broken.Any()
        && risk.Broken.All(check => fund.Snapshot.Stakes.Where(stake => stake.Model.Id == check.Model.Id).Select(stake => stake.InFull).Total <= check.Allowed);
}
