namespace StakeBot.Core.Risk;

/// <summary>Estimates pulled towards something simpler, by as much as the data are poor. Intensity 0 keeps the estimate, 1 replaces it.</summary>
public static class Shrinkage
{
    // Below this share of all squares the distance to the target is rounding: with two models, or with one, the estimate is its own target.
    private const double Rounding = 1e-24;

    /// <summary>
    /// Ledoit &amp; Wolf 2004 (J. Portfolio Management), target: the same variances with one common correlation r̄.
    /// δ = (π − ρ) / (γ · n), clamped to 0–1, with π_ij = s_ii s_jj + s_ij² and ρ_ij from cov(s_ii, s_ij) = 2 s_ii s_ij, the values of normal
    /// observations, and n the <em>effective</em> number of observations.
    /// </summary>
    /// <param name="covariance">Row-major n × n.</param>
    /// <param name="models">n.</param>
    /// <param name="effective">Effective number of observations, above 0.</param>
    public static (double[] Covariance, double Intensity) ToConstantCorrelation(double[] covariance, int models, double effective)
    {
        double[] deviation = new double[models];
        for (int i = 0; i < models; i++)
            deviation[i] = Math.Sqrt(Math.Max(0, covariance[i * models + i]));
        double common = MeanCorrelation(covariance, deviation);
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
                pi += sii * sjj + sij * sij;
                double target = i == j ? sii : common * deviation[i] * deviation[j];
                gamma += (target - sij) * (target - sij);
                rho += i == j ? 2 * sii * sii : common * 2 * sij * deviation[i] * deviation[j];
            }
        }
        double intensity = gamma <= Rounding * pi ? 0 : Math.Clamp((pi - rho) / (gamma * effective), 0, 1);
        double[] shrunk = new double[covariance.Length];
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < models; j++)
            {
                double sij = covariance[i * models + j];
                double target = i == j ? sij : common * deviation[i] * deviation[j];
                shrunk[i * models + j] = sij + intensity * (target - sij);
            }
        }
        return (shrunk, intensity);
    }

    /// <summary>
    /// James–Stein towards the grand mean (Efron &amp; Morris 1973; Jorion 1986): φ = (N − 3) / Σᵢⱼ (mᵢ − m̄)(V⁻¹)ᵢⱼ(mⱼ − m̄), clamped to 0–1,
    /// V the covariance of the estimated means. With fewer than four models nothing is shrunk.
    /// </summary>
    /// <param name="means">One per model.</param>
    /// <param name="covarianceOfMeans">V, row-major n × n.</param>
    public static (double[] Means, double Intensity) ToGrandMean(double[] means, double[] covarianceOfMeans)
    {
        int models = means.Length;
        if (models < 4)
            return ((double[])means.Clone(), 0);
        double grand = means.Average();
        double[] deviation = [.. means.Select(mean => mean - grand)];
        double distance = Quadratic.Inverse(covarianceOfMeans, deviation);
        double intensity = distance <= 0 ? 1 : Math.Clamp((models - 3) / distance, 0, 1);
        return ([.. means.Select(mean => mean + intensity * (grand - mean))], intensity);
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
