using System.Collections.Immutable;
using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

/// <summary>
/// A random portfolio problem for a seed. Returns are fine or come in quarters, where ties are everywhere; rounds may be fewer than models.
/// Every third problem is degenerate: copies, constants, multiples, tied or equal means, nothing that varies. Bounds may just fit.
/// </summary>
internal sealed record RandomMoments(Moments Moments, Bounds Bounds)
{
    public static RandomMoments Of(int seed)
    {
        Random random = new(seed);
        int models = 1 + random.Next(random.Next(3) == 0 ? 40 : 12), rounds = 2 + random.Next(3) * random.Next(3 * models);
        bool coarse = random.Next(3) == 0;
        double[,] returns = new double[rounds, models];
        for (int t = 0; t < rounds; t++)
        {
            double market = random.NextDouble() - 0.5;
            for (int i = 0; i < models; i++)
            {
                double x = 0.3 * market * (1 + i % 3) + random.NextDouble() - 0.5 + 0.05 * (i % 4);
                returns[t, i] = coarse ? Math.Round(4 * x) / 4 : 0.05 * x;
            }
        }
        int defect = seed % 3 == 0 ? random.Next(7) : -1;
        SpoilReturns(returns, defect, random, coarse);
        Moments moments = SampleMoments.Of(new ScenarioSet(models, [.. returns.Cast<double>()]));
        SpoilMoments(moments, defect);
        return new RandomMoments(moments, RandomBounds(models, random));
    }

    /// <summary>Up to three groups that may overlap, some of them impossible.</summary>
    public ImmutableArray<GroupBound> Groups(int seed)
    {
        Random random = new(seed);
        var groups = ImmutableArray.CreateBuilder<GroupBound>();
        for (int g = random.Next(4); g > 0; g--)
        {
            ImmutableArray<int> members = [random.Next(Moments.Count), .. Enumerable.Range(0, Moments.Count).Where(_ => random.Next(2) == 0)];
            double first = random.Next(11) / 10.0, second = random.Next(11) / 10.0;
            groups.Add(random.Next(4) switch
            {
                0 => GroupBound.AtLeast($"G{g}", [.. members.Distinct()], 0.7 * first),
                1 => GroupBound.AtMost($"G{g}", [.. members.Distinct()], first),
                2 => GroupBound.Between($"G{g}", [.. members.Distinct()], Math.Min(first, second), Math.Max(first, second)),
                _ => GroupBound.Between($"G{g}", [.. members.Distinct()], 0.6 * first, 0.6 * first),
            });
        }
        return groups.ToImmutable();
    }

    /// <summary>A present portfolio, and a cost from nothing up to the range of the means.</summary>
    public TurnoverCost Turnover(int seed)
    {
        Random random = new(seed);
        double[] present = [.. Enumerable.Range(0, Moments.Count).Select(_ => random.Next(3) == 0 ? 0 : 2 * random.NextDouble() / Moments.Count)];
        double rate = random.Next(4) == 0 ? 0 : Math.Pow(10, -random.Next(5));
        return new TurnoverCost([.. present], rate * (Moments.Mean.Max() - Moments.Mean.Min() + 1e-3));
    }

    private static void SpoilReturns(double[,] returns, int defect, Random random, bool coarse)
    {
        int rounds = returns.GetLength(0), models = returns.GetLength(1);
        for (int changes = 1 + random.Next(Math.Max(1, models / 2)); changes > 0; changes--)
        {
            int model = random.Next(models), other = random.Next(models);
            double constant = coarse ? 0.25 : 0.01 * random.Next(-1, 2);
            for (int t = 0; t < rounds; t++)
            {
                returns[t, model] = defect switch
                {
                    0 => returns[t, other],
                    1 => constant,
                    2 => -0.5 * returns[t, other],
                    _ => returns[t, model],
                };
            }
        }
    }

    private static void SpoilMoments(Moments moments, int defect)
    {
        double[] mean = moments.Mean;
        for (int i = 0; i < mean.Length; i++)
            mean[i] = defect switch { 3 => Math.Round(20 * mean[i]) / 20, 4 => 0.002, _ => mean[i] };
        if (defect == 5)
            Array.Clear(moments.Covariance);
        for (int i = 0; defect == 6 && i < mean.Length; i++)
        {
            mean[i] = i % 3;
            for (int j = 0; j < mean.Length; j++)
                moments.Covariance[i * mean.Length + j] = i / 2 == j / 2 ? 1 : 0.5;
        }
    }

    private static Bounds RandomBounds(int models, Random random)
    {
        int kind = random.Next(5);
        double[] lower = new double[models], upper = new double[models];
        for (int i = 0; i < models; i++)
        {
            upper[i] = kind switch
            {
                0 => 1,
                1 => Math.Max(1.0 / models, 0.35),
                2 => 1.0 / Math.Max(1, models - 1 - random.Next(Math.Max(1, models - 1))),
                3 => 4 * random.NextDouble() / models + 0.5 / models,
                _ => Math.Max(0.5, 1.0 / models),
            };
            lower[i] = kind switch
            {
                3 => random.Next(4) == 0 ? upper[i] * random.Next(3) / 2 : 0,
                4 => -0.25 * random.Next(2),
                _ => 0,
            };
        }
        return new Bounds(lower, upper);
    }
}
