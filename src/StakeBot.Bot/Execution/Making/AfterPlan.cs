using StakeBot.Bot.Funds;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Execution.Making;

/// <summary>The fund's loss in a bad window before a plan and once it acts in full, shares of equity.</summary>
/// <param name="LossBefore">Before; null when it cannot be told.</param>
/// <param name="LossAfter">After; null when it cannot be told.</param>
/// <param name="Breaks">Whether a limit is broken afterwards.</param>
internal sealed record AfterPlan(double? LossBefore, double? LossAfter, bool Breaks)
{
    public static AfterPlan Of(Fund fund, StakePlan plan)
    {
        if (fund.Moments is not { } moments || fund.Risk is not { } before)
            return new AfterPlan(null, null, false);
        FundRisk after = FundRisk.Assess(plan.After(fund.Snapshot), fund.History, moments, fund.Policy);
        return new AfterPlan(Known(before.Loss), Known(after.Loss), after.Broken.Any() || after.IsOverBudget);
    }

    private static double? Known(double loss) => double.IsNaN(loss) ? null : loss;
}
