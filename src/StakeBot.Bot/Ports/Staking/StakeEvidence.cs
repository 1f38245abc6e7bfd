using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Ports.Staking;

/// <summary>What Numerai said of one model's Legacy stake at one instant. Two of them tell whether a change arrived.</summary>
/// <param name="Model">The model.</param>
/// <param name="Staked">The settled stake, with what waits for release.</param>
/// <param name="Pending">The request that waits on the model; null when none does.</param>
/// <param name="Scheduled">What the account has scheduled for this model.</param>
/// <param name="Wallet">NMR that can be spent.</param>
/// <param name="Held">NMR held for increases that are scheduled.</param>
/// <param name="ReadAt">When it was read, UTC.</param>
public sealed record StakeEvidence(
    Model Model,
    Nmr Staked,
    PendingStakeChange? Pending,
    IReadOnlyList<PendingStakeChange> Scheduled,
    Nmr Wallet,
    Nmr Held,
    DateTimeOffset ReadAt);

/// <summary>A change that Numerai has taken and not carried out yet.</summary>
/// <param name="Id">Numerai's id; null where it gives none.</param>
/// <param name="Kind">Which way.</param>
/// <param name="Amount">How much.</param>
/// <param name="At">When it was asked for; null where Numerai does not say.</param>
/// <param name="Due">When it takes effect; null where Numerai does not say.</param>
/// <param name="Status">Numerai's word for its state.</param>
public sealed record PendingStakeChange(
    string? Id,
    StakeChangeKind Kind,
    Nmr Amount,
    DateTimeOffset? At,
    DateTimeOffset? Due,
    string Status);
