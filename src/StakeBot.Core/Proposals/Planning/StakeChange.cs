using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Proposals.Planning;

/// <summary>One change of one model's stake, exactly as it is shown and carried out. <see cref="From"/> and <see cref="To"/> are NMR once the change acts in full.</summary>
public abstract record StakeChange
{
    private StakeChange(Model model) => Model = model;

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>The NMR at risk before, once everything on its way has arrived; at least 0.</summary>
    public abstract Nmr From { get; }

    /// <summary>The NMR at risk after the change acts in full; at least 0.</summary>
    public abstract Nmr To { get; }

    /// <summary>To − From: negative lowers the stake.</summary>
    public Nmr Difference => To - From;

    /// <summary>|To − From|.</summary>
    public Nmr Moved => Nmr.Max(Difference, -Difference);

    /// <summary>Whether less is staked afterwards.</summary>
    public bool Lowers => Difference < Nmr.Zero;

    /// <summary>A running stake (Legacy): NMR is added out of the wallet, or asked back.</summary>
    public sealed record Transfer : StakeChange
    {
        /// <summary>Describes the change.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or nothing changes.</exception>
        public Transfer(Model model, Nmr from, Nmr to)
            : base(model)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(from, Nmr.Zero);
            ArgumentOutOfRangeException.ThrowIfLessThan(to, Nmr.Zero);
            ArgumentOutOfRangeException.ThrowIfEqual(to, from);
            From = from;
            To = to;
        }

        /// <inheritdoc/>
        public override Nmr From { get; }

        /// <inheritdoc/>
        public override Nmr To { get; }
    }

    /// <summary>The setting of a model in an Atomic strategy; it acts from the next round and in full after R rounds.</summary>
    public sealed record Setting : StakeChange
    {
        /// <summary>Describes the change.</summary>
        /// <exception cref="ArgumentException">Nothing changes.</exception>
        public Setting(Model model, StakeSetting before, StakeSetting after, int overlappingRounds)
            : base(model)
        {
            if (before == after)
                throw new ArgumentException("Nothing changes.", nameof(after));
            Before = before;
            After = after;
            OverlappingRounds = overlappingRounds;
        }

        /// <summary>The setting that the account has.</summary>
        public StakeSetting Before { get; }

        /// <summary>The setting that it shall have.</summary>
        public StakeSetting After { get; }

        /// <summary>R of the tournament.</summary>
        public int OverlappingRounds { get; }

        /// <inheritdoc/>
        public override Nmr From => Before.AtFullRun(OverlappingRounds);

        /// <inheritdoc/>
        public override Nmr To => After.AtFullRun(OverlappingRounds);
    }
}
