using System.Collections.Immutable;

namespace StakeBot.Core.Allocation;

/// <summary>
/// What a change from the present weights costs: rate · Σ|w − w₀|, taken off the expected return, so both are for the same period. A
/// frontier with it is one of net returns.
/// </summary>
public sealed record TurnoverCost
{
    /// <summary>Takes the present weights and the cost.</summary>
    /// <param name="present">w₀, one for each asset; they need not sum to 1 nor keep the bounds.</param>
    /// <param name="rate">Return lost per unit of weight that is moved, in or out; not negative.</param>
    /// <exception cref="ArgumentException">A number is none, or the rate is negative.</exception>
    public TurnoverCost(ImmutableArray<double> present, double rate)
    {
        if (present.Any(w => !double.IsFinite(w)))
            throw new ArgumentException("A present weight is not a number.", nameof(present));
        if (!(double.IsFinite(rate) && rate >= 0))
            throw new ArgumentException(FormattableString.Invariant($"A turnover cost of {rate}."), nameof(rate));
        (Present, Rate) = (present, rate);
    }

    /// <summary>w₀.</summary>
    public ImmutableArray<double> Present { get; }

    /// <summary>Return lost per unit of weight that is moved.</summary>
    public double Rate { get; }

    /// <summary>rate · Σ|w − w₀|.</summary>
    public double Of(ReadOnlySpan<double> weights)
    {
        double moved = 0;
        for (int i = 0; i < weights.Length; i++)
            moved += Math.Abs(weights[i] - Present[i]);
        return Rate * moved;
    }
}
