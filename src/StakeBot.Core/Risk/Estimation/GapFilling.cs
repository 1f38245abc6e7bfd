namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// Fills scattered gaps: the expectation given the other models of the round, with moments from EM (<see cref="NormalEm"/>), plus the residual that the
/// neighbouring rounds leave (<see cref="OverlapResidual"/>).
/// </summary>
/// <remarks>
/// The ridge prior of EM has n / worth rounds, n the number of models: in effective rounds the same penalty as <see cref="LateStarter"/>'s.
/// </remarks>
internal static class GapFilling
{
    /// <summary>The columns without gaps.</summary>
    /// <param name="returns">Round returns; every model has at least one.</param>
    /// <param name="windows">The window of each model.</param>
    /// <param name="worth">What a round is worth as an independent one.</param>
    public static double[][] Fill(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, double worth)
    {
        int models = returns.ModelCount;
        double[][] columns = [.. Enumerable.Range(0, models).Select(returns.Column)];
        if (!columns.Any(column => column.Any(double.IsNaN)))
            return columns;
        double[] values = new double[returns.RoundCount * models];
        for (int t = 0; t < returns.RoundCount; t++)
            returns.Row(t).CopyTo(values.AsSpan(t * models));
        NormalEm moments = NormalEm.Estimate(values, models, models / worth);
        Sweep all = Sweep.All(moments.Covariance, models);
        return [.. Enumerable.Range(0, models).Select(i => Fill(returns, columns[i], i, windows[i].Rounds, moments.Mean, all))];
    }

    private static double[] Fill(ReturnMatrix returns, double[] own, int model, int window, double[] mean, Sweep all)
    {
        bool[] observed = [.. own.Select(r => !double.IsNaN(r))];
        if (Array.TrueForAll(observed, seen => seen))
            return own;
        double[] residual = OverlapResidual.Fill(observed, t => own[t] - Expect(t), window);
        return [.. own.Select((r, t) => observed[t] ? r : Expect(t) + residual[t])];

        double Expect(int t)
        {
            ReadOnlySpan<double> row = returns.Row(t);
            double[] deviations = new double[row.Length];
            List<int> unknown = [model];
            for (int j = 0; j < row.Length; j++)
            {
                deviations[j] = row[j] - mean[j];
                if (j != model && double.IsNaN(row[j]))
                    unknown.Add(j);
            }
            return mean[model] + all.Without(unknown).Expect(model, deviations);
        }
    }
}
