using MathNet.Numerics.LinearAlgebra;

namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// A short history told from longer ones (Stambaugh 1997, J. Financial Economics 45:285): the regression of the short one on the long ones in the rounds
/// that both have says what the short one would have had in the others.
/// </summary>
/// <remarks>
/// The rounds that both have are worth only a few independent ones, so the regression is a ridge with the rounds counted at their worth n_eff:
/// β = (n_eff·C_xx + k·I)⁻¹ n_eff·c_xy in standard deviations, k the number of long histories. The penalty k is the prior that the long ones explain half
/// of the short one; four effective rounds move little from β = 0, and no number of models can make the solution explode.
/// </remarks>
internal sealed class LateStarter
{
    private LateStarter(double[] fitted, double explained)
    {
        Fitted = fitted;
        Explained = explained;
    }

    /// <summary>What the long histories say of every round, own rounds included.</summary>
    public double[] Fitted { get; }

    /// <summary>The share of the short history's variance that the fit has, in its own rounds; 0–1.</summary>
    public double Explained { get; }

    /// <summary>Fits.</summary>
    /// <param name="longer">The long histories, complete, one array each.</param>
    /// <param name="own">The short one, NaN where it has no round; at least one round.</param>
    /// <param name="worth">What a round is worth as an independent one, above 0, at most 1.</param>
    public static LateStarter Fit(IReadOnlyList<double[]> longer, double[] own, double worth)
    {
        int[] rounds = [.. Enumerable.Range(0, own.Length).Where(t => !double.IsNaN(own[t]))];
        double[][] regressors = [.. longer.Select(Standardised).OfType<double[]>()];
        double mean = rounds.Average(t => own[t]);
        double total = rounds.Sum(t => (own[t] - mean) * (own[t] - mean));
        double effective = worth * rounds.Length;
        int k = regressors.Length;
        if (k == 0)
            return new LateStarter([.. own.Select(_ => mean)], 0);
        double[] centres = [.. regressors.Select(x => rounds.Average(t => x[t]))];
        var products = Matrix<double>.Build.Dense(k, k, (i, j) => effective * rounds.Average(t => (regressors[i][t] - centres[i]) * (regressors[j][t] - centres[j])));
        var with = Vector<double>.Build.Dense(k, i => effective * rounds.Average(t => (regressors[i][t] - centres[i]) * (own[t] - mean)));
        Vector<double> beta = (products + k * Matrix<double>.Build.DenseIdentity(k)).Cholesky().Solve(with);
        double[] fitted = [.. Enumerable.Range(0, own.Length).Select(t => mean + Enumerable.Range(0, k).Sum(i => beta[i] * (regressors[i][t] - centres[i])))];
        double left = rounds.Sum(t => (own[t] - fitted[t]) * (own[t] - fitted[t]));
        return new LateStarter(fitted, total > 0 ? Math.Clamp(1 - left / total, 0, 1) : 0);
    }

    private static double[]? Standardised(double[] column)
    {
        double mean = column.Average();
        double deviation = Math.Sqrt(column.Sum(x => (x - mean) * (x - mean)) / column.Length);
        return deviation > 0 ? [.. column.Select(x => (x - mean) / deviation)] : null;
    }
}
