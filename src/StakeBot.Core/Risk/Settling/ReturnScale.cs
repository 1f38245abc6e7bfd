namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// Mean and covariance of single rounds' returns, such that they fit the windows that every other figure rests on. Means and correlations are those of
/// <see cref="WindowMoments"/>. A variance is the mean of two estimates with opposite faults: the window's over what the kernel gives a window (sees all
/// dependence there is, from a dozen windows), and that of the one-step errors (from as many observations as rounds, but only as much dependence as the
/// kernel has). Correlations of one-step errors would be too small: what a round has of its own is not shared by models.
/// </summary>
internal sealed class ReturnScale
{
    private readonly double[] _covariance;
    private readonly double[] _ofMeans;

    private ReturnScale(double[] mean, double[] covariance, double[] ofMeans)
    {
        Mean = mean;
        _covariance = covariance;
        _ofMeans = ofMeans;
    }

    /// <summary>The expected return of a round, one per model.</summary>
    public double[] Mean { get; }

    /// <summary>The covariance of two models' returns of one round.</summary>
    public double Covariance(int i, int j) => _covariance[i * Mean.Length + j];

    /// <summary>The covariance of the errors of two models' means.</summary>
    public double OfMeans(int i, int j) => _ofMeans[i * Mean.Length + j];

    /// <summary>Estimates.</summary>
    /// <param name="history">A history that <see cref="FundHistory.IsEnough"/>.</param>
    /// <param name="moments">Its estimates.</param>
    /// <param name="tournaments">Every tournament with a model in the history.</param>
    public static ReturnScale Of(FundHistory history, WindowMoments moments, IReadOnlyList<OpenTournament> tournaments)
    {
        int models = history.Models.Count;
        double[] mean = new double[models], fromWindow = new double[models], perRound = new double[models];
        foreach (OpenTournament tournament in tournaments)
        {
            foreach ((int column, double ofRound) in OpenTournament.ColumnsOf(history, tournament.Priced.Tournament).Zip(tournament.Fit.Variances))
            {
                RoundWindow window = history.Windows[column];
                perRound[column] = 1 / (window.Scale * window.Rounds);
                mean[column] = moments.Mean[column] * perRound[column];
                double ofWindow = moments.Covariance[column * models + column];
                double spread = window.Scale * window.Scale * tournament.Fit.Kernel.VarianceOfSum(window.Rounds);
                double variance = (ofWindow / spread + ofRound) / 2;
                fromWindow[column] = ofWindow > 0 ? Math.Sqrt(variance / ofWindow) : 0;
            }
        }
        double[] covariance = new double[models * models], ofMeans = new double[models * models];
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < models; j++)
            {
                double window = moments.Covariance[i * models + j];
                covariance[i * models + j] = window * fromWindow[i] * fromWindow[j];
                ofMeans[i * models + j] = window / Math.Sqrt(moments.Windows[i] * moments.Windows[j]) * perRound[i] * perRound[j];
            }
        }
        return new ReturnScale(mean, covariance, ofMeans);
    }
}
