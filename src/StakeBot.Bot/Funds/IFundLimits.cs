using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Funds;

/// <summary>The limits that the fund's policy sets now.</summary>
public interface IFundLimits
{
    /// <summary>The limits.</summary>
    Task<RiskPolicy> CurrentAsync(CancellationToken ct);
}
