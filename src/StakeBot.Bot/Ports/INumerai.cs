using StakeBot.Core.Accounting;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports;

/// <summary>What can be read of one Numerai account: the real one, a simulated one, or one that lies in files.</summary>
/// <exception cref="NumeraiUnavailableException">Every method: the account cannot be read now.</exception>
public interface INumerai
{
    /// <summary>Stakes, idle NMR, wallet and rounds of now.</summary>
    Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct);

    /// <summary>Reads anew what is older than a few seconds, for whoever is about to change a stake. Old figures never stand in for ones that cannot be read.</summary>
    Task RefreshAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The scores of the account's models in one tournament; null when it has none there.</summary>
    Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct);

    /// <summary>What resolved rounds have paid and burned.</summary>
    Task<Ledger> ReadLedgerAsync(CancellationToken ct);

    /// <summary>Changes whenever an answer would; equal versions mean equal data.</summary>
    Task<long> ReadVersionAsync(CancellationToken ct);
}
