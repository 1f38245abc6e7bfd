using StakeBot.Bot.Chat;
using StakeBot.Bot.Funds;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Execution.Making;

/// <summary>Why a proposal is made, a line each.</summary>
internal static class Reasons
{
    private const int NamedAtMost = 4;

    /// <param name="fund">The fund as it is.</param>
    /// <param name="goal">What was asked for.</param>
    /// <param name="mends">Whether it is made to keep to the limits; what takes another change back may well do the opposite.</param>
    public static IReadOnlyList<string> Of(Fund fund, string goal, bool mends)
    {
        string[] broken = [.. Broken(fund)];
        return mends && broken.Length > 0
            ? [.. broken.Select(line => $"Why: {line}"), $"Goal: {goal}."]
            : [$"Why: to {goal}.", .. broken.Select(line => $"As it is now: {line}")];
    }

    private static IEnumerable<string> Broken(Fund fund)
    {
        ModelLimitCheck[] broken = [.. fund.Risk?.Broken ?? []];
        if (broken.Length > 0)
        {
            string named = string.Join(", ", broken.Take(NamedAtMost).Select(check => $"{PlainText.Name(check.Model.Name)} ({Figures.Percent(check.Loss.ShareOf(fund.Snapshot.Equity))})"));
            string more = broken.Length > NamedAtMost ? $" and {broken.Length - NamedAtMost} more" : "";
            yield return $"two-percent rule broken by {named}{more}: loss in a bad window (1 in 20, {Basis.Window(fund.History)}), limit {Figures.Percent(fund.Policy.ModelLimit)} of the fund.";
        }
        if (fund.Risk is { IsOverBudget: true } risk)
            yield return $"burn budget exceeded: the fund would lose {Figures.Percent(risk.Loss)} in a bad window, limit {Figures.Percent(fund.Policy.BurnBudget)}.";
    }
}
