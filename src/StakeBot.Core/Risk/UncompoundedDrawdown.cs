namespace StakeBot.Core.Risk;

/// <summary>
/// The fall of a sum of returns below its running peak, as the optimiser measures it (Chekhlov, Uryasev and Zabarankin 2005): uncompounded, start peak 0,
/// d₀ = 0, d_t = max(0, d_{t−1} − x_t). In the unit of the returns; never the fraction of the NAV peak that people are shown.
/// </summary>
public static class UncompoundedDrawdown
{
    /// <summary>d₁ … d_T, one for each return; each ≥ 0.</summary>
    /// <param name="returns">T ≥ 1 returns in time order.</param>
    /// <exception cref="ArgumentException">No returns, or one that is no number.</exception>
    public static double[] Path(ReadOnlySpan<double> returns)
    {
        if (returns.IsEmpty)
            throw new ArgumentException("A drawdown needs at least one return.", nameof(returns));
        double[] path = new double[returns.Length];
        double drawdown = 0;
        for (int t = 0; t < path.Length; t++)
        {
            if (!double.IsFinite(returns[t]))
                throw new ArgumentException($"Return {t} is no number.", nameof(returns));
            drawdown = Math.Max(0, drawdown - returns[t]);
            path[t] = drawdown;
        }
        return path;
    }

    /// <summary>Maximum drawdown, max d_t.</summary>
    /// <exception cref="ArgumentException">As <see cref="Path"/>.</exception>
    public static double Max(ReadOnlySpan<double> returns) => Path(returns).Max();

    /// <summary>Average drawdown, the mean of d₁ … d_T.</summary>
    /// <exception cref="ArgumentException">As <see cref="Path"/>.</exception>
    public static double Average(ReadOnlySpan<double> returns) => Path(returns).Average();

    /// <summary>Conditional drawdown at risk: the mean of the worst (1 − level) of d₁ … d_T, the last one in part, as in <see cref="Cvar"/>.</summary>
    /// <param name="returns">T ≥ 1 returns in time order.</param>
    /// <param name="level">β in [0, 1), such as 0.95.</param>
    /// <exception cref="ArgumentException">As <see cref="Path"/>, or a level outside [0, 1).</exception>
    public static double Conditional(ReadOnlySpan<double> returns, double level) =>
        FractionalTail.Mean(Path(returns), FractionalTail.Count(returns.Length, level));
}
