using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Stakes;

/// <summary>The NMR of one model, at one instant. Amounts are NMR, never negative unless said.</summary>
public abstract record Stake
{
    private Stake(Model model) => Model = model;

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>NMR that is in the tournament now and cannot be taken out at once.</summary>
    public abstract Nmr Locked { get; }

    /// <summary>What can be lost counting what is on its way: limits are checked against this.</summary>
    public abstract Nmr Exposure { get; }

    /// <summary>What is at risk once everything on its way has arrived and the setting acts in full: what changes are reckoned from.</summary>
    public abstract Nmr InFull { get; }

    /// <summary>Expected result of the rounds that are open, by the scores they have now: negative is a burn to come. Not final.</summary>
    public required Nmr PayoutPending { get; init; }

    /// <summary>Of the last rounds that a submission was due for, how many were missed.</summary>
    public int MissedSubmissions { get; init; }

    /// <summary>What is at risk in each open round, oldest first; empty where nothing is, or where only the sum is known.</summary>
    public IReadOnlyList<OpenPosition> Positions { get; init; } = [];

    /// <summary>One running stake; the same NMR is at risk in every open round.</summary>
    public sealed record Legacy(Model Model) : Stake(Model)
    {
        /// <summary>The settled stake, including the part that waits for release.</summary>
        public required Nmr Staked { get; init; }

        /// <summary>The part that a release was asked for; it can still burn until <see cref="ReleaseDue"/>.</summary>
        public Nmr PendingRelease { get; init; }

        /// <summary>When the release arrives in the wallet; null without one.</summary>
        public DateTimeOffset? ReleaseDue { get; init; }

        /// <summary>An increase that counts from the next close on.</summary>
        public Nmr PendingIncrease { get; init; }

        /// <summary>Whether a request is on its way: Numerai keeps one for each model, so nothing else can be asked for before it has arrived.</summary>
        public bool HasRequest => PendingRelease > Nmr.Zero || PendingIncrease > Nmr.Zero;

        /// <summary>What counts in the round that closes next.</summary>
        public Nmr AtRisk => Staked - PendingRelease + PendingIncrease;

        /// <inheritdoc/>
        public override Nmr Locked => Staked;

        /// <inheritdoc/>
        public override Nmr Exposure => Staked + PendingIncrease;

        /// <inheritdoc/>
        public override Nmr InFull => AtRisk;
    }

    /// <summary>A position in each open round, out of a strategy.</summary>
    public sealed record Atomic(Model Model) : Stake(Model)
    {
        /// <summary>The setting for new rounds.</summary>
        public required StakeSetting Setting { get; init; }

        /// <summary>The round whose position stands for the setting, where the setting itself cannot be read; null where it can.</summary>
        public RoundNumber? SettingSeenIn { get; init; }

        /// <summary>The NMR in all open rounds together.</summary>
        public required Nmr InRounds { get; init; }

        /// <summary>In how many rounds it has a position.</summary>
        public required int OpenRounds { get; init; }

        /// <summary>R of its tournament.</summary>
        public required int OverlappingRounds { get; init; }

        /// <summary>Burns that were put off and are taken out of later payouts.</summary>
        public Nmr BurnDebt { get; init; }

        /// <summary>What is locked once the setting has run for R rounds.</summary>
        public Nmr AtFullRun => Setting.AtFullRun(OverlappingRounds);

        /// <inheritdoc/>
        public override Nmr Locked => InRounds;

        /// <inheritdoc/>
        public override Nmr Exposure => Nmr.Max(InRounds, AtFullRun);

        /// <inheritdoc/>
        public override Nmr InFull => AtFullRun;
    }
}
