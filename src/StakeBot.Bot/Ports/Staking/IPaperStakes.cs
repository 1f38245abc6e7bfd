using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports.Staking;

/// <summary>Changes of the simulated account's stakes. Each is known by its id and happens once, over restarts too.</summary>
public interface IPaperStakes
{
    /// <summary>Enters a setting for the rounds to come (Atomic).</summary>
    /// <returns>Null when it is set; else why not, one sentence.</returns>
    Task<string?> SetAsync(string id, ModelId model, StakeSetting setting, CancellationToken ct);

    /// <summary>Stakes NMR out of the wallet, or asks NMR back (Legacy).</summary>
    /// <returns>Null when it is taken; else why not, one sentence.</returns>
    Task<string?> ChangeAsync(string id, ModelId model, StakeChangeKind kind, Nmr amount, CancellationToken ct);

    /// <summary>Whether a change with this id has happened.</summary>
    Task<bool> HasHappenedAsync(string id, CancellationToken ct);
}
