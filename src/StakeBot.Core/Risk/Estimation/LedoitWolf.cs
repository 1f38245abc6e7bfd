namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// Linear shrinkage of a covariance S towards a simpler target F by Ledoit and Wolf: (1 − δ)S + δF, where δ minimises the expected squared error.
/// Intensity 0 keeps the estimate, 1 replaces it.
/// </summary>
/// <remarks>
/// The errors of S are those of normal observations, cov(s_ij, s_kl) = (s_ik s_jl + s_il s_jk) / n, with n the <em>effective</em> number of
/// observations: fourth moments of overlapping rounds would have to be estimated from a handful of windows.
/// </remarks>
public static class LedoitWolf
{
    // Below this share of all squares the distance to the target is rounding: with two models, or with one, the estimate is its own target.
    private const double Rounding = 1e-24;

    /// <summary>
    /// Target: the same variances with one common correlation r̄ (J. Portfolio Management 30:110, 2004). δ = (π − ρ) / (γ · n), clamped to 0–1, with
    /// π = Σ var(s_ij), ρ = Σ cov(f_ij, s_ij), γ = Σ (f_ij − s_ij)², errors times n.
    /// </summary>
    /// <param name="covariance">S, row-major n × n, positive semidefinite; so is the result.</param>
    /// <param name="models">n.</param>
    /// <param name="effective">Effective number of observations, above 0.</param>
    public static (double[] Covariance, double Intensity) ToConstantCorrelation(double[] covariance, int models, double effective)
    {
        double[] deviation = new double[models];
        for (int i = 0; i < models; i++)
            deviation[i] = Math.Sqrt(Math.Max(0, covariance[i * models + i]));
        double common = MeanCorrelation(covariance, deviation);
        double[] target = new double[covariance.Length];
        double pi = 0;
        double rho = 0;
        double gamma = 0;
        for (int i = 0; i < models; i++)
        {
            double sii = covariance[i * models + i];
            for (int j = 0; j < models; j++)
            {
                double sij = covariance[i * models + j];
                double sjj = covariance[j * models + j];
                double fij = i == j ? sii : common * deviation[i] * deviation[j];
                target[i * models + j] = fij;
                pi += sii * sjj + sij * sij;
                gamma += (fij - sij) * (fij - sij);
                rho += i == j ? 2 * sii * sii : common * 2 * sij * deviation[i] * deviation[j];
            }
        }
        double intensity = gamma <= Rounding * pi ? 0 : Math.Clamp((pi - rho) / (gamma * effective), 0, 1);
        return (Mix(covariance, target, intensity), intensity);
    }

    /// <summary>
    /// Target: the mean variance on the diagonal, nothing beside it (J. Multivariate Analysis 88:365, 2004). δ = β² / δ² with β² = Σ var(s_ij),
    /// δ² = Σ (s_ij − μ·1[i=j])², clamped to 0–1.
    /// </summary>
    /// <param name="covariance">S, row-major n × n, positive semidefinite; so is the result.</param>
    /// <param name="models">n.</param>
    /// <param name="effective">Effective number of observations, above 0.</param>
    public static (double[] Covariance, double Intensity) ToIdentity(double[] covariance, int models, double effective)
    {
        double trace = 0;
        for (int i = 0; i < models; i++)
            trace += covariance[i * models + i];
        double[] target = new double[covariance.Length];
        for (int i = 0; i < models; i++)
            target[i * models + i] = trace / models;
        double squares = 0;
        double distance = 0;
        for (int k = 0; k < covariance.Length; k++)
        {
            squares += covariance[k] * covariance[k];
            distance += (covariance[k] - target[k]) * (covariance[k] - target[k]);
        }
        double error = (trace * trace + squares) / effective;
        double intensity = distance <= Rounding * squares ? 0 : Math.Clamp(error / distance, 0, 1);
        return (Mix(covariance, target, intensity), intensity);
    }

    private static double[] Mix(double[] covariance, double[] target, double intensity)
    {
        double[] shrunk = new double[covariance.Length];
        for (int k = 0; k < shrunk.Length; k++)
            shrunk[k] = covariance[k] + intensity * (target[k] - covariance[k]);
        return shrunk;
    }

    private static double MeanCorrelation(double[] covariance, double[] deviation)
    {
        int models = deviation.Length;
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double scale = deviation[i] * deviation[j];
                if (scale <= 0)
                    continue;
                sum += covariance[i * models + j] / scale;
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }
}
