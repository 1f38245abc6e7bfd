using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Stakes;

/// <summary>The stakes of one account in one tournament, at one instant.</summary>
/// <param name="Tournament">The tournament.</param>
/// <param name="Regime">Its regime now, as read, never inferred from a date.</param>
/// <param name="CurrentRound">The newest round.</param>
/// <param name="OverlappingRounds">R: rounds open at one time.</param>
/// <param name="Idle">Atomic: NMR in the strategy that is in no position. Legacy: zero.</param>
/// <param name="Stakes">One for each model, staked or not.</param>
public sealed record TournamentStakes(
    Tournament Tournament,
    StakingRegime Regime,
    Round CurrentRound,
    int OverlappingRounds,
    Nmr Idle,
    IReadOnlyList<Stake> Stakes)
{
    /// <summary>Whether <see cref="Idle"/> is known: where the settings of a strategy cannot be read, neither can its idle NMR, and zero stands for it.</summary>
    public bool IdleIsKnown => Stakes.OfType<Stake.Atomic>().All(stake => stake.SettingSeenIn is null);

    /// <summary>Atomic: what is resolved and waits to be claimed; null where nobody was asked, which is not the same as nothing.</summary>
    public UnclaimedStakes? Unclaimed { get; init; }

    /// <summary>NMR of <see cref="Unclaimed"/>; zero where it is not known.</summary>
    public Nmr Claimable => Unclaimed?.Amount ?? Nmr.Zero;

    /// <summary>Atomic: the newest round that has taken its stakes, as the staking contract has it; null where that is not told.</summary>
    public ChainRound? OnChain { get; init; }

    /// <summary>NMR locked over all models.</summary>
    public Nmr Locked => Stakes.Select(stake => stake.Locked).Total;

    /// <summary>Atomic: what the next round will take out of idle NMR if nothing settles before. Legacy: zero.</summary>
    public Nmr NextRoundNeeds =>
        Stakes.OfType<Stake.Atomic>().Where(stake => stake.Setting.Automation).Select(stake => stake.Setting.PerRound).Total;
}
