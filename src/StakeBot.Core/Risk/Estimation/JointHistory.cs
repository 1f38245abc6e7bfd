namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// A panel of round returns without gaps: scattered gaps of long histories are filled by EM, the missing rounds of short ones by regression on the
/// long ones, both with the residuals that overlap leaves (<see cref="OverlapResidual"/>). Every estimate is then made from one panel, so that means,
/// covariance and scenarios speak of the same rounds, and the covariance of windows stays positive semidefinite.
/// </summary>
/// <param name="Completed">Round returns, rounds × models, no NaN.</param>
/// <param name="Joined">The models that were told by others.</param>
internal sealed record JointHistory(ReturnMatrix Completed, IReadOnlyList<JoinedModel> Joined)
{
    /// <summary>Completes a panel.</summary>
    /// <param name="returns">Round returns, gaps as NaN; more rounds than the longest window.</param>
    /// <param name="windows">The window of each model.</param>
    /// <param name="isShort">For each model whether it is to be joined; at least one is not.</param>
    public static JointHistory Of(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, bool[] isShort)
    {
        int[] longColumns = [.. Enumerable.Range(0, isShort.Length).Where(i => !isShort[i])];
        ReturnMatrix longer = returns.OfModels(longColumns);
        RoundWindow[] longWindows = [.. longColumns.Select(i => windows[i])];
        double worth = Worth(longer, longWindows);
        double[][] complete = GapFilling.Fill(longer, longWindows, worth);
        double[][] columns = new double[isShort.Length][];
        for (int k = 0; k < longColumns.Length; k++)
            columns[longColumns[k]] = complete[k];
        List<JoinedModel> joined = [];
        for (int i = 0; i < isShort.Length; i++)
        {
            if (!isShort[i])
                continue;
            double[] own = returns.Column(i);
            LateStarter fit = LateStarter.Fit(complete, own, worth);
            double[] peers = [.. longColumns.Select((column, k) => (Column: column, Deviation: Deviation(complete[k])))
                .Where(peer => returns.Models[peer.Column].Tournament == returns.Models[i].Tournament)
                .Select(peer => peer.Deviation)];
            columns[i] = Join(own, fit, windows[i], worth, peers);
            joined.Add(new JoinedModel(returns.Models[i], own.Count(r => !double.IsNaN(r)), complete.Length, fit.Explained));
        }
        return new JointHistory(Panel(returns, columns), joined);
    }

    // The overlap is the same for all, and so is what a round is worth: the median of the long histories says it best.
    private static double Worth(ReturnMatrix longer, RoundWindow[] windows)
    {
        double[] effective = EffectiveRounds.PerModel(longer, windows, WindowCovariance.Estimate(longer, windows));
        double[] shares = [.. effective.Select((n, i) => n / longer.Column(i).Count(r => !double.IsNaN(r))).Order()];
        return shares[shares.Length / 2];
    }

    // The told rounds are widened about their mean until the window of the whole is as wide as the pooled deviation says; they are never narrowed.
    private static double[] Join(double[] own, LateStarter fit, RoundWindow window, double worth, IReadOnlyList<double> peers)
    {
        bool[] observed = [.. own.Select(r => !double.IsNaN(r))];
        double[] residual = OverlapResidual.Fill(observed, t => own[t] - fit.Fitted[t], window.Rounds);
        double[] told = [.. own.Select((r, t) => observed[t] ? r : fit.Fitted[t] + residual[t])];
        double[] seen = [.. own.Where(r => !double.IsNaN(r))];
        double deviation = PooledDeviation.Of(Deviation(seen), worth * seen.Length, peers);
        double wanted = window.Scale * window.Scale * window.Rounds * deviation * deviation / worth;
        return Widening.To(told, observed, window, wanted);
    }

    private static double Deviation(double[] returns)
    {
        double mean = returns.Average();
        return Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / Math.Max(1, returns.Length - 1));
    }

    private static ReturnMatrix Panel(ReturnMatrix returns, double[][] columns)
    {
        double[] values = new double[returns.RoundCount * columns.Length];
        for (int t = 0; t < returns.RoundCount; t++)
        {
            for (int i = 0; i < columns.Length; i++)
                values[t * columns.Length + i] = columns[i][t];
        }
        return new ReturnMatrix(returns.FirstRound, returns.Models, values);
    }
}
