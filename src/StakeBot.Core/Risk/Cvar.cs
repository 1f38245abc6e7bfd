namespace StakeBot.Core.Risk;

/// <summary>
/// Conditional value at risk: the mean loss in the worst (1 − level) of equally likely outcomes; positive = loss (Rockafellar and Uryasev 2000, 2002).
/// With losses L₁ ≥ L₂ ≥ … and k = (1 − level)·T, f = ⌊k⌋: CVaR = (L₁ + … + L_f + (k − f)·L_{f+1}) / k.
/// </summary>
public static class Cvar
{
    /// <summary>Below this many tail outcomes a CVaR says little: 60 rounds at 95 % leave 3.</summary>
    public const int FewTailOutcomes = 10;

    /// <summary>The CVaR of returns (0.01 = +1 %), in the same unit; negative when even the tail gains.</summary>
    /// <param name="returns">T ≥ 1 numbers in any order.</param>
    /// <param name="level">β in [0, 1), such as 0.95. At 0 the result is the mean loss.</param>
    /// <exception cref="ArgumentException">No returns, one that is no number, or a level outside [0, 1).</exception>
    public static double Of(ReadOnlySpan<double> returns, double level)
    {
        double k = FractionalTail.Count(returns.Length, level);
        return FractionalTail.Mean(Losses(returns), k);
    }

    /// <summary>k = (1 − level)·T, the number of outcomes a CVaR rests on; a fraction when the last one counts in part.</summary>
    /// <exception cref="ArgumentException">No outcomes, or a level outside [0, 1).</exception>
    public static double TailOutcomes(int outcomes, double level) => FractionalTail.Count(outcomes, level);

    /// <summary>
    /// The weight of each outcome in the tail: 1/k in it, 0 outside, outcomes that tie at its edge share what is left equally.
    /// They sum to 1, and −Σ weight·return is the CVaR; with a model's own returns in place of the portfolio's it is the model's contribution.
    /// </summary>
    /// <exception cref="ArgumentException">As <see cref="Of"/>.</exception>
    public static double[] TailWeights(ReadOnlySpan<double> returns, double level)
    {
        double k = FractionalTail.Count(returns.Length, level);
        double edge = -FractionalTail.Greatest(Losses(returns), FractionalTail.Touched(k));
        int beyond = 0, tied = 0;
        foreach (double x in returns)
        {
            if (x < edge)
                beyond++;
            else if (x == edge)
                tied++;
        }
        double full = 1 / k, shared = (k - beyond) / k / tied;
        double[] weights = new double[returns.Length];
        for (int t = 0; t < weights.Length; t++)
            weights[t] = returns[t] < edge ? full : returns[t] == edge ? shared : 0;
        return weights;
    }

    private static double[] Losses(ReadOnlySpan<double> returns)
    {
        double[] losses = new double[returns.Length];
        for (int t = 0; t < losses.Length; t++)
        {
            if (!double.IsFinite(returns[t]))
                throw new ArgumentException($"Return {t} is no number.", nameof(returns));
            losses[t] = -returns[t];
        }
        return losses;
    }
}
