namespace StakeBot.Core.Risk;

/// <summary>Which model the risk of a portfolio comes from. The parts add up to the whole (Euler's theorem); a hedge has a negative part.</summary>
public static class RiskContributions
{
    /// <summary>Parts of the deviation: wᵢ(Σw)ᵢ / w′Σw. They sum to 1; all zero when there is no risk.</summary>
    public static double[] ToDeviation(double[] covariance, ReadOnlySpan<double> weights)
    {
        int models = weights.Length;
        double[] parts = new double[models];
        double total = Quadratic.Form(covariance, weights);
        if (total <= 0)
            return parts;
        for (int i = 0; i < models; i++)
        {
            double row = 0;
            for (int j = 0; j < models; j++)
                row += covariance[i * models + j] * weights[j];
            parts[i] = weights[i] * row / total;
        }
        return parts;
    }

    /// <summary>Parts of the CVaR: what each model loses, on average, in the windows in which the portfolio is in its tail. They sum to the CVaR.</summary>
    /// <param name="windows">Window returns, windows × models.</param>
    /// <param name="weights">One per model.</param>
    /// <param name="level">The level of the CVaR, such as 0.95.</param>
    public static double[] ToCvar(WindowReturns windows, ReadOnlySpan<double> weights, double level)
    {
        int[] usable = Usable(windows, weights);
        if (usable.Length == 0)
            return new double[weights.Length];
        double[] portfolio = new double[usable.Length];
        for (int k = 0; k < usable.Length; k++)
        {
            for (int i = 0; i < weights.Length; i++)
                portfolio[k] += weights[i] == 0 ? 0 : weights[i] * windows[usable[k], i];
        }
        double[] tail = Cvar.TailWeights(portfolio, level);
        double[] parts = new double[weights.Length];
        for (int k = 0; k < usable.Length; k++)
        {
            if (tail[k] == 0)
                continue;
            for (int i = 0; i < weights.Length; i++)
                parts[i] -= weights[i] == 0 ? 0 : tail[k] * weights[i] * windows[usable[k], i];
        }
        return parts;
    }

    private static int[] Usable(WindowReturns windows, ReadOnlySpan<double> weights)
    {
        List<int> usable = new(windows.Count);
        for (int t = 0; t < windows.Count; t++)
        {
            bool whole = true;
            for (int i = 0; i < weights.Length; i++)
                whole &= weights[i] == 0 || !double.IsNaN(windows[t, i]);
            if (whole)
                usable.Add(t);
        }
        return [.. usable];
    }
}
