namespace StakeBot.Adapters.Tests.Charts;

/// <summary>Made-up models with means and covariances, always the same for a seed, and portfolios of them: what recipes draw.</summary>
internal sealed class SeededMarket
{
    private static readonly string[] Birds =
    [
        "kestrel", "heron", "osprey", "wren", "finch", "magpie", "curlew_v2", "sandpiper_20", "lark", "jay_main", "goshawk", "dunlin",
        "aviary_nightjar_01", "aviary_nightjar_02", "swift", "crane", "bittern", "avocet_x", "plover", "tern", "ruff", "snipe", "knot",
        "harrier_mmc", "merlin", "hobby", "redstart", "wheatear", "whinchat_long_name", "pipit", "wagtail", "dipper",
    ];

    private readonly double[,] _covariance;

    public SeededMarket(int models, int seed)
    {
        Random random = new(seed);
        Names = [.. Enumerable.Range(0, models).Select(i => Birds[i % Birds.Length])];
        Risks = [.. Names.Select(_ => 0.016 + (0.020 * random.NextDouble()))];
        Means = [.. Risks.Select(r => (0.07 * r) + (0.0014 * (random.NextDouble() - 0.35)))];
        double[] common = [.. Names.Select(_ => 0.35 + (0.5 * random.NextDouble()))];
        _covariance = new double[models, models];
        for (int i = 0; i < models; i++)
        {
            for (int j = 0; j < models; j++)
                _covariance[i, j] = Risks[i] * Risks[j] * (i == j ? 1 : common[i] * common[j]);
        }
    }

    public string[] Names { get; }

    public double[] Risks { get; }

    public double[] Means { get; }

    public double Mean(double[] weights) => weights.Select((w, i) => w * Means[i]).Sum();

    public double Risk(double[] weights) => Math.Sqrt(weights.Select((w, i) => w * CovarianceWith(weights, i)).Sum());

    /// <summary>Portfolios along the frontier, none above its cap, from least risk upwards.</summary>
    public IReadOnlyList<double[]> Frontier(double cap, int points)
    {
        List<double[]> portfolios = [];
        double total = Math.Min(1, cap * Names.Length);
        double[] weights = [.. Names.Select(_ => total / Names.Length)];
        for (int k = 0; k < points; k++)
        {
            double appetite = k == 0 ? 0 : 0.002 * Math.Pow(1.35, k);
            weights = Optimum(weights, appetite, cap, total);
            portfolios.Add(weights);
        }
        return portfolios;
    }

    private double CovarianceWith(double[] weights, int i)
    {
        double sum = 0;
        for (int j = 0; j < weights.Length; j++)
            sum += _covariance[i, j] * weights[j];
        return sum;
    }

    // Projected gradient descent: slow and plain, and good enough for a picture.
    private double[] Optimum(double[] start, double appetite, double cap, double total)
    {
        double step = 0.5 / Enumerable.Range(0, Names.Length).Sum(i => _covariance[i, i]);
        double[] weights = [.. start];
        for (int i = 0; i < 500; i++)
        {
            double[] moved = new double[weights.Length];
            for (int j = 0; j < weights.Length; j++)
                moved[j] = weights[j] - (step * (CovarianceWith(weights, j) - (appetite * Means[j])));
            weights = Projected(moved, cap, total);
        }
        return weights;
    }

    private static double[] Projected(double[] weights, double cap, double total)
    {
        double low = weights.Min() - cap - 1;
        double high = weights.Max();
        for (int i = 0; i < 36; i++)
        {
            double middle = (low + high) / 2;
            if (weights.Sum(w => Math.Clamp(w - middle, 0, cap)) > total)
                low = middle;
            else
                high = middle;
        }
        return [.. weights.Select(w => Math.Clamp(w - high, 0, cap))];
    }
}
