using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Policies;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Execution.Making;

/// <summary>
/// When a tap is not enough: real NMR, and much of it, or a model emptied, or a limit broken afterwards, or the first time. Then the turnover has to be typed.
/// </summary>
internal static class StepUp
{
    /// <summary>What has to be typed, and why; null when a tap is enough.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="policy">The fund's limits.</param>
    /// <param name="plan">What would change.</param>
    /// <param name="snapshot">The account now.</param>
    /// <param name="after">The risk afterwards.</param>
    /// <param name="isFirst">Whether nothing was carried out yet with the key that is linked now.</param>
    public static (string Amount, string Why)? Of(ExecutionMode mode, FundPolicy policy, StakePlan plan, StakeSnapshot snapshot, AfterPlan after, bool isFirst)
    {
        if (mode != ExecutionMode.Live)
            return null;
        string[] reasons =
        [
            .. Reason(plan.Turnover.ShareOf(snapshot.Locked) > policy.StepUpAbove, $"moves more than {Figures.Percent(policy.StepUpAbove)} of the stake"),
            .. Reason(plan.Changes.Any(LeavesNothing), "empties a model"),
            .. Reason(after.Breaks, "leaves a limit broken"),
            .. Reason(isFirst, "is the first change with this key"),
        ];
        return reasons.Length == 0 ? null : (Amount(plan.Turnover), string.Join(" and ", reasons));
    }

    // Transfers are rounded down, so dust stays of a stake that is not a round amount; no change could take it.
    private static bool LeavesNothing(StakeChange change) => change.To.Amount < StakePlanner.Grain;

    private static string[] Reason(bool holds, string words) => holds ? [words] : [];

    private static string Amount(Nmr turnover) => decimal.Round(turnover.Amount, 2).ToString("0.00", CultureInfo.InvariantCulture);
}
