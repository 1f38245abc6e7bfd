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
    /// <summary>What has to be typed; null when a tap is enough.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="policy">The fund's limits.</param>
    /// <param name="plan">What would change.</param>
    /// <param name="snapshot">The account now.</param>
    /// <param name="after">The risk afterwards.</param>
    /// <param name="isFirst">Whether nothing was carried out yet with the key that is linked now.</param>
    public static string? Of(ExecutionMode mode, FundPolicy policy, StakePlan plan, StakeSnapshot snapshot, AfterPlan after, bool isFirst)
    {
        bool empties = plan.Changes.Any(change => change.To == Nmr.Zero);
        bool isMuch = plan.Turnover.ShareOf(snapshot.Locked) > policy.StepUpAbove;
        return mode == ExecutionMode.Live && (isMuch || empties || after.Breaks || isFirst)
            ? decimal.Round(plan.Turnover.Amount, 2).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
