using StakeBot.Core.Money;

namespace StakeBot.Core.Tournaments;

/// <summary>The number that scales every payout of a round.</summary>
public abstract record PayoutFactor
{
    private PayoutFactor()
    {
    }

    /// <summary>The factor to price a whole history with: one figure for all rounds.</summary>
    public abstract double ForPricing { get; }

    /// <summary>The same factor in every round (Atomic: 1).</summary>
    /// <param name="Value">The factor, above 0.</param>
    public sealed record Fixed(double Value) : PayoutFactor
    {
        /// <inheritdoc/>
        public override double ForPricing => Value;
    }

    /// <summary>min(1, threshold / total NMR at risk in the round): falls as more is staked (numerai/docs, staking).</summary>
    /// <param name="Stake">The threshold in NMR.</param>
    /// <param name="Recent">The newest factor that is known; what the history is priced with.</param>
    public sealed record Threshold(Nmr Stake, double Recent) : PayoutFactor
    {
        /// <inheritdoc/>
        public override double ForPricing => Recent;

        /// <summary>The factor of a round in which <paramref name="atRisk"/> NMR is at risk in total.</summary>
        public double When(Nmr atRisk) => atRisk <= Stake ? 1 : (double)(Stake.Amount / atRisk.Amount);
    }
}
