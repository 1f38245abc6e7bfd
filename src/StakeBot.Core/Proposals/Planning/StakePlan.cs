using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Proposals.Planning;

/// <summary>What is to be changed now, and what the target still asks for later.</summary>
/// <param name="Changes">What can be done now: decreases first, each group from the largest to the smallest.</param>
/// <param name="Later">Increases that wait for NMR which has not arrived.</param>
/// <param name="LeftAlone">Models that stay as they are although the target says otherwise, and why.</param>
/// <param name="Turnover">Σ |change| at full run.</param>
/// <param name="TurnoverScale">What the turnover limit left of every change: 1 when it did not bind.</param>
public sealed record StakePlan(
    IReadOnlyList<StakeChange> Changes,
    IReadOnlyList<LaterStep> Later,
    IReadOnlyList<LeftAlone> LeftAlone,
    Nmr Turnover,
    double TurnoverScale)
{
    /// <summary>NMR that leaves the wallet.</summary>
    public Nmr FromWallet => Changes.OfType<StakeChange.Transfer>().Where(change => !change.Lowers).Select(change => change.Moved).Total;

    /// <summary>The account once every change acts in full, with nothing on its way: what limits are checked against.</summary>
    public StakeSnapshot After(StakeSnapshot snapshot)
    {
        Dictionary<ModelId, StakeChange> changes = Changes.ToDictionary(change => change.Model.Id);
        TournamentStakes[] after =
        [
            .. snapshot.Tournaments.Select(tournament => tournament with
            {
                Stakes = [.. tournament.Stakes.Select(stake => changes.TryGetValue(stake.Model.Id, out StakeChange? change) ? Changed(stake, change) : stake)],
            }),
        ];
        Nmr locked = after.Select(tournament => tournament.Locked).Total;
        // Equity does not change by moving NMR: what is no longer locked is free, wherever it will lie.
        return snapshot with { Tournaments = after, Wallet = snapshot.Wallet + snapshot.Locked - locked };
    }

    private static Stake Changed(Stake stake, StakeChange change) => (stake, change) switch
    {
        (Stake.Atomic atomic, StakeChange.Setting setting) => atomic with { Setting = setting.After, InRounds = setting.To },
        (Stake.Legacy legacy, StakeChange.Transfer transfer) =>
            legacy with { Staked = transfer.To, PendingRelease = Nmr.Zero, PendingIncrease = Nmr.Zero, ReleaseDue = null },
        _ => throw new InvalidOperationException($"{stake.Model.Name}: the change is of another regime than the stake."),
    };
}

/// <summary>An increase that waits.</summary>
/// <param name="Model">The model.</param>
/// <param name="Amount">NMR at full run that is missing to its target.</param>
/// <param name="Due">When NMR for it arrives at the earliest; null when none is on its way.</param>
/// <param name="Why">What it waits for, one sentence.</param>
public sealed record LaterStep(Model Model, Nmr Amount, DateTimeOffset? Due, string Why);

/// <summary>A model that is not touched.</summary>
/// <param name="Model">The model.</param>
/// <param name="Why">Why, without the model's name.</param>
public sealed record LeftAlone(Model Model, string Why);
