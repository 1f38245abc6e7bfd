using MathNet.Numerics.LinearAlgebra;

namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// The best linear prediction of rounds from what is known of them and of rounds that share days with them (simple kriging; normal, it is the conditional
/// distribution). The same for every model with the same knowledge, because the covariance of models is a factor of its own.
/// </summary>
internal sealed class RoundPrediction
{
    private readonly double[][] _weights;

    private RoundPrediction(double[][] weights, double[] ofMean, double[][] root)
    {
        _weights = weights;
        OfMean = ofMean;
        Root = root;
    }

    /// <summary>What an error of the mean by one does to the prediction of each target: 1 without knowledge, 0 for what is known.</summary>
    public double[] OfMean { get; }

    /// <summary>L with L·L′ = the covariance of the errors that remain, in units of a round's variance; lower triangular, a row per target.</summary>
    public double[][] Root { get; }

    /// <summary>Whether nothing of a target remains uncertain.</summary>
    public bool IsKnown(int target) => Array.TrueForAll(Root[target], entry => entry == 0);

    /// <summary>Prepares the prediction of some parts of rounds from others.</summary>
    public static RoundPrediction Of(DayKernel kernel, IReadOnlyList<RoundPart> targets, IReadOnlyList<RoundPart> known)
    {
        double[][] weights = [.. targets.Select(_ => new double[known.Count])];
        double[] ofMean = [.. targets.Select(target => (double)target.Days / kernel.ScoringDays)];
        double[][] remaining = [.. targets.Select(a => targets.Select(b => Covariance(kernel, a, b)).ToArray())];
        if (known.Count > 0)
        {
            Matrix<double> between = Matrix<double>.Build.Dense(known.Count, targets.Count, (i, j) => Covariance(kernel, known[i], targets[j]));
            Matrix<double> among = Matrix<double>.Build.Dense(known.Count, known.Count, (i, j) => Covariance(kernel, known[i], known[j]));
            Matrix<double> solved = among.Cholesky().Solve(between);
            Matrix<double> explained = between.TransposeThisAndMultiply(solved);
            for (int j = 0; j < targets.Count; j++)
            {
                for (int i = 0; i < known.Count; i++)
                {
                    weights[j][i] = solved[i, j];
                    ofMean[j] -= solved[i, j] * known[i].Days / kernel.ScoringDays;
                }
                for (int k = 0; k < targets.Count; k++)
                    remaining[j][k] -= explained[j, k];
            }
        }
        return new RoundPrediction(weights, ofMean, RootOf(remaining));
    }

    /// <summary>The predicted deviations of the targets from their mean, out of the known deviations.</summary>
    public double[] Predict(double[] deviations)
    {
        double[] predicted = new double[_weights.Length];
        for (int t = 0; t < predicted.Length; t++)
        {
            for (int i = 0; i < deviations.Length; i++)
                predicted[t] += _weights[t][i] * deviations[i];
        }
        return predicted;
    }

    private static double Covariance(DayKernel kernel, RoundPart a, RoundPart b) => kernel.Covariance(a.Round.Value, a.Days, b.Round.Value, b.Days);

    // What is known to the last day has no error: its row is zero.
    private static double[][] RootOf(double[][] matrix)
    {
        const double Nothing = 1e-9;
        double[][] root = [.. matrix.Select(row => new double[row.Length])];
        for (int i = 0; i < root.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++)
                    rest -= root[i][k] * root[j][k];
                if (j == i)
                    root[i][i] = rest > Nothing ? Math.Sqrt(rest) : 0;
                else
                    root[i][j] = root[j][j] > 0 ? rest / root[j][j] : 0;
            }
        }
        return root;
    }
}
