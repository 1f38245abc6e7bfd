using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Execution.Making;

/// <summary>Why a proposal is made, a line each.</summary>
internal static class Reasons
{
    private const int NamedAtMost = 4;

    public static IReadOnlyList<string> Of(Fund fund, string goal)
    {
        List<string> reasons = [];
        ModelLimitCheck[] broken = [.. fund.Risk?.Broken ?? []];
        if (broken.Length > 0)
        {
            string named = string.Join(", ", broken.Take(NamedAtMost).Select(check => $"{PlainText.Name(check.Model.Name)} ({Figures.Percent(check.Loss.ShareOf(fund.Snapshot.Equity))})"));
            string more = broken.Length > NamedAtMost ? $" and {broken.Length - NamedAtMost} more" : "";
            reasons.Add($"Why: two-percent rule broken by {named}{more}: loss in a bad window (1 in 20, {Basis.Window(fund.History)}), limit {Figures.Percent(fund.Policy.ModelLimit)} of the fund.");
        }
        if (fund.Risk is { IsOverBudget: true } risk)
            reasons.Add($"Why: burn budget exceeded: the fund would lose {Figures.Percent(risk.Loss)} in a bad window, limit {Figures.Percent(fund.Policy.BurnBudget)}.");
        reasons.Add(reasons.Count == 0 ? $"Why: to {goal}." : $"Goal: {goal}.");
        return reasons;
    }
}
