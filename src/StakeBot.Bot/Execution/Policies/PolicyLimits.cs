using StakeBot.Bot.Funds;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Policies;

/// <summary>The limits of the fund's policy, for whoever measures risk.</summary>
internal sealed class PolicyLimits(PolicyKeeper keeper) : IFundLimits
{
    public async Task<RiskPolicy> CurrentAsync(CancellationToken ct) => (await keeper.CurrentAsync(ct)).Allocation(keeper.Book).Limits;
}
