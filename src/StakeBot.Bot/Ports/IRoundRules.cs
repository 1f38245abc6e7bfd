using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports;

/// <summary>The payout rules that are in force, as they are read and not as they are known.</summary>
public interface IRoundRules
{
    /// <summary>The rule of the newest round of each tournament that the account takes part in.</summary>
    /// <exception cref="NumeraiUnavailableException">They cannot be read now.</exception>
    Task<IReadOnlyList<PayoutRule>> ReadRulesAsync(CancellationToken ct);
}
