using StakeBot.Core.Risk.Estimation;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// Expected window returns and their covariance, shrunk by what the history is worth, beside the unshrunk ones and the standard errors.
/// All per window, per NMR locked.
/// </summary>
public sealed class WindowMoments
{
    private WindowMoments()
    {
    }

    /// <summary>Shrunk means (Bayes–Stein, each tournament by itself), one per model.</summary>
    public required double[] Mean { get; init; }

    /// <summary>Shrunk covariance (Ledoit–Wolf, constant correlation), row-major.</summary>
    public required double[] Covariance { get; init; }

    /// <summary>Means as observed.</summary>
    public required double[] SampleMean { get; init; }

    /// <summary>Covariance as observed (Newey–West, lag R − 1), row-major.</summary>
    public required double[] SampleCovariance { get; init; }

    /// <summary>Effective rounds of each model.</summary>
    public required double[] EffectivePerModel { get; init; }

    /// <summary>Effective rounds of all models together.</summary>
    public required double Effective { get; init; }

    /// <summary>How far the means of each tournament were pulled together, 0–1.</summary>
    public required IReadOnlyList<(Tournament Tournament, double Intensity)> MeanShrinkage { get; init; }

    /// <summary>How far the correlations were pulled towards their average, 0–1.</summary>
    public required double CovarianceShrinkage { get; init; }

    /// <summary>
    /// How many independent windows each model's rounds are worth: how much the variance of a window falls in the variance of the mean
    /// (<see cref="IndependentWindows"/>). Less than rounds / R.
    /// </summary>
    public required double[] Windows { get; init; }

    /// <summary>Estimates from a history that <see cref="FundHistory.IsEnough"/>.</summary>
    public static WindowMoments Of(FundHistory history)
    {
        ReturnMatrix returns = history.Completed;
        double[] covariance = WindowCovariance.Estimate(returns, history.Windows);
        double[] effective = EffectiveRounds.PerModel(returns, history.Windows, covariance, history.ObservedRounds);
        bool[] joined = [.. history.Models.Select(model => history.Joined.Any(told => told.Model.Id == model.Id))];
        double together = EffectiveRounds.Together([.. effective.Where((_, i) => !joined[i])]);
        double[] windows = IndependentWindows.Of(returns, history.Windows, covariance, history.ObservedRounds, joined);
        return Shrink(returns, history.Windows, covariance, effective, together, windows);
    }

    /// <summary>
    /// The same estimates from other rounds of the same models, such as resampled ones: what the history is worth, and so how much is shrunk, stays.
    /// </summary>
    /// <param name="returns">Round returns, rounds × models, no gaps where the original has none.</param>
    /// <param name="windows">The window of each model.</param>
    internal WindowMoments Again(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows) =>
        Shrink(returns, windows, WindowCovariance.Estimate(returns, windows), EffectivePerModel, Effective, Windows);

    private static WindowMoments Shrink(
        ReturnMatrix returns, IReadOnlyList<RoundWindow> of, double[] covariance, double[] effective, double together, double[] windows)
    {
        double[] mean = new double[returns.ModelCount];
        for (int i = 0; i < mean.Length; i++)
            mean[i] = of[i].Rounds * of[i].Scale * returns.MeanOf(i);
        (double[] shrunk, double covarianceShrinkage) = LedoitWolf.ToConstantCorrelation(covariance, mean.Length, together);
        (double[] shrunkMean, List<(Tournament, double)> meanShrinkage) = ShrinkMeans(returns.Models, mean, OfMeans(shrunk, windows), windows);
        return new WindowMoments
        {
            Mean = shrunkMean,
            Covariance = shrunk,
            SampleMean = mean,
            SampleCovariance = covariance,
            EffectivePerModel = effective,
            Effective = together,
            MeanShrinkage = meanShrinkage,
            CovarianceShrinkage = covarianceShrinkage,
            Windows = windows,
        };
    }

    /// <summary>Expected window return of a portfolio.</summary>
    public double MeanOf(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += weights[i] * Mean[i];
        return sum;
    }

    /// <summary>Standard deviation of a portfolio's window return.</summary>
    public double DeviationOf(ReadOnlySpan<double> weights) => Math.Sqrt(Math.Max(0, Quadratic.Form(Covariance, weights)));

    /// <summary>Standard error of a portfolio's expected window return: its deviation over the root of the number of independent windows.</summary>
    public double StandardErrorOf(ReadOnlySpan<double> weights) =>
        Math.Sqrt(Math.Max(0, Quadratic.Form(OfMeans(Covariance, Windows), weights)));

    // Models of one tournament are paid alike and can be mistaken for one another; those of two tournaments cannot.
    private static (double[] Means, List<(Tournament, double)> Intensities) ShrinkMeans(
        IReadOnlyList<Model> models, double[] means, double[] covarianceOfMeans, double[] windows)
    {
        double[] shrunk = new double[means.Length];
        List<(Tournament, double)> intensities = [];
        foreach (IGrouping<Tournament, int> group in Enumerable.Range(0, means.Length).GroupBy(i => models[i].Tournament))
        {
            int[] members = [.. group];
            double[] covariance = [.. members.SelectMany(i => members.Select(j => covarianceOfMeans[i * means.Length + j]))];
            (double[] pulled, double intensity) = BayesStein.Shrink([.. members.Select(i => means[i])], covariance, [.. members.Select(i => windows[i])]);
            intensities.Add((group.Key, intensity));
            for (int k = 0; k < members.Length; k++)
                shrunk[members[k]] = pulled[k];
        }
        return (shrunk, intensities);
    }

    private static double[] OfMeans(double[] covariance, double[] windows)
    {
        double[] ofMeans = new double[covariance.Length];
        for (int i = 0; i < windows.Length; i++)
        {
            for (int j = 0; j < windows.Length; j++)
                ofMeans[i * windows.Length + j] = covariance[i * windows.Length + j] / Math.Sqrt(windows[i] * windows[j]);
        }
        return ofMeans;
    }
}
