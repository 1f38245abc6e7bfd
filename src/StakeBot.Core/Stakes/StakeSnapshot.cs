using StakeBot.Core.Money;

namespace StakeBot.Core.Stakes;

/// <summary>Stakes, idle NMR, wallet and round of one account at one instant: what every answer and every proposal is computed from.</summary>
/// <param name="Account">The account's name, for people.</param>
/// <param name="TakenAt">When it was read, UTC. A simulated account has a simulated time.</param>
/// <param name="Wallet">NMR at Numerai that is not staked and can be spent.</param>
/// <param name="Tournaments">One for each tournament that the account takes part in.</param>
public sealed record StakeSnapshot(
    string Account,
    DateTimeOffset TakenAt,
    Nmr Wallet,
    IReadOnlyList<TournamentStakes> Tournaments)
{
    /// <summary>Every model's stake.</summary>
    public IEnumerable<Stake> Stakes => Tournaments.SelectMany(tournament => tournament.Stakes);

    /// <summary>NMR locked in all tournaments.</summary>
    public Nmr Locked => Tournaments.Select(tournament => tournament.Locked).Total;

    /// <summary>NMR that lies in strategies without a position.</summary>
    public Nmr Idle => Tournaments.Select(tournament => tournament.Idle).Total;

    /// <summary>NMR that has left the wallet for Legacy stakes and counts from the next close on.</summary>
    public Nmr Held => Stakes.OfType<Stake.Legacy>().Select(stake => stake.PendingIncrease).Total;

    /// <summary>NMR of resolved rounds that waits to be claimed: no longer at risk, not to be spent yet.</summary>
    public Nmr Claimable => Tournaments.Select(tournament => tournament.Claimable).Total;

    /// <summary>The fund's equity: locked + idle + wallet, with what is held on its way in and what waits to be claimed. Open rounds are not in it.</summary>
    public Nmr Equity => Locked + Idle + Wallet + Held + Claimable;

    /// <summary>What people should know of these figures, one sentence each: what could not be read, and how old they are.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Those of <see cref="Notes"/> that say what cannot be read of this account at all: they stand at every reading and are no news.</summary>
    public IReadOnlyList<string> LastingNotes { get; init; } = [];

    /// <summary>Whether anything is staked at all.</summary>
    public bool IsEmpty => Locked == Nmr.Zero;
}
