using StakeBot.Core.Allocation;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

/// <summary>
/// A random portfolio problem for a seed. Every third one is degenerate in one to three ways: copies of models or rounds, near copies, constant models,
/// idle rounds, equal means, a pair of equal means, nothing but losses, nothing but gains, a repeated history. Caps may just fit.
/// </summary>
internal sealed record RandomProblem(ScenarioSet Scenarios, Bounds Bounds, double Level)
{
    /// <summary>The size of the returns, to compare risks with.</summary>
    public double Size => Scenarios.Values.Max(Math.Abs);

    public static RandomProblem Of(int seed)
    {
        Random random = new(seed);
        int models = 1 + random.Next(random.Next(4) == 0 ? 25 : 10), rounds = 1 + random.Next(random.Next(4) == 0 ? 100 : 40);
        double[,] returns = new double[rounds, models];
        int kind = random.Next(5);
        for (int t = 0; t < rounds; t++)
        {
            double market = random.NextDouble() - 0.5;
            for (int i = 0; i < models; i++)
            {
                returns[t, i] = 0.03 * kind switch
                {
                    0 => random.Next(7) - 3,
                    1 => random.Next(3) - 1,
                    2 => Math.Clamp(3 * (random.NextDouble() - 0.45 + market), -0.8, 0.8),
                    _ => 2 * (random.NextDouble() - 0.5) + market + 0.1 * (i % 5),
                };
            }
        }
        for (int defects = seed % 3 == 0 ? 1 + random.Next(3) : 0; defects > 0; defects--)
            Spoil(returns, random);
        double level = new[] { 0.5, 0.8, 0.9, 0.95, random.NextDouble() }[random.Next(5)];
        return new RandomProblem(new ScenarioSet(models, [.. returns.Cast<double>()]), RandomBounds(models, random), level);
    }

    private static void Spoil(double[,] returns, Random random)
    {
        int rounds = returns.GetLength(0), models = returns.GetLength(1);
        int model = random.Next(models), other = random.Next(models), round = random.Next(rounds), otherRound = random.Next(rounds);
        double largest = returns.Cast<double>().Max(Math.Abs), difference = Mean(other) - Mean(model);
        double[] means = [.. Enumerable.Range(0, models).Select(Mean)];
        Func<int, int, double> changed = random.Next(11) switch
        {
            0 => (t, i) => returns[t, i == model ? other : i],
            1 => (t, i) => returns[t == round ? otherRound : t, i],
            2 => (t, i) => i == model ? 0 : returns[t, i],
            3 => (t, i) => returns[t, i] - means[i] + 0.002,
            4 => (t, i) => returns[t, i] - 1.1 * largest,
            5 => (t, i) => i == model ? returns[t, other] * (1 + 0.001 * (t % 7)) : returns[t, i],
            6 => (t, i) => i == model ? 0.01 : returns[t, i],
            7 => (t, i) => t == round ? 0 : returns[t, i],
            8 => (t, i) => returns[t % ((rounds + 1) / 2), i],
            9 => (t, i) => returns[t, i] + (i == model ? difference : 0),
            _ => (t, i) => Math.Abs(returns[t, i]),
        };
        double[,] spoilt = new double[rounds, models];
        for (int t = 0; t < rounds; t++)
        {
            for (int i = 0; i < models; i++)
                spoilt[t, i] = changed(t, i);
        }
        Array.Copy(spoilt, returns, spoilt.Length);

        double Mean(int column) => Enumerable.Range(0, rounds).Average(t => returns[t, column]);
    }

    private static Bounds RandomBounds(int models, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                return Bounds.LongOnly(models, 1.0 / models);
            case 1:
                return Bounds.LongOnly(models, 1.0 / (1 + random.Next(models)));
            case 2:
                return Bounds.LongOnly(models, Math.Min(1, 1.0 / models + random.NextDouble()));
            case 3:
                double[] floors = [.. Enumerable.Range(0, models).Select(_ => random.NextDouble() * 0.9 / models)];
                return new Bounds(floors, [.. floors.Select(floor => random.Next(4) == 0 && models > 1 ? floor : floor + 1)]) is var bounds && bounds.Upper.Sum() > 1
                    ? bounds
                    : Bounds.LongOnly(models);
            default:
                return Bounds.LongOnly(models);
        }
    }
}
