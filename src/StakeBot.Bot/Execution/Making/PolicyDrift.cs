using StakeBot.Bot.Funds;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Making;

/// <summary>The model that is furthest off what the policy wants, of those that can be changed now.</summary>
/// <param name="Model">The model.</param>
/// <param name="Off">How far, a share of the fund.</param>
/// <param name="IsAbove">Whether more is on it than wanted.</param>
internal sealed record PolicyDrift(Model Model, double Off, bool IsAbove)
{
    /// <summary>Measures it; null when there is no target, or nothing of it can be changed now.</summary>
    public static PolicyDrift? Of(Fund fund, AllocationPolicy policy)
    {
        if (fund.Snapshot.Equity <= Nmr.Zero || Target.Of(new ProposalGoal.Follow(null), fund, policy) is not Target.Chosen target)
            return null;
        return fund.Snapshot.Stakes
            .Where(stake => target.Amounts.ContainsKey(stake.Model.Id) && stake is not Stake.Legacy { HasRequest: true })
            .Select(stake => Of(stake, target.Amounts[stake.Model.Id], fund.Snapshot.Equity))
            .MaxBy(drift => drift.Off);
    }

    private static PolicyDrift Of(Stake stake, Nmr wanted, Nmr equity)
    {
        Nmr off = stake.InFull - wanted;
        return new PolicyDrift(stake.Model, Math.Abs(off.ShareOf(equity)), off > Nmr.Zero);
    }
}
