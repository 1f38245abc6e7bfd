using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

/// <summary>Made-up returns for tests.</summary>
internal static class Made
{
    /// <summary>A matrix of columns; NaN for a gap.</summary>
    public static ReturnMatrix Returns(params double[][] columns) => new(
        new RoundNumber(100),
        [.. columns.Select((_, i) => Some.Model($"M{i}"))],
        [.. Enumerable.Range(0, columns.Length == 0 ? 0 : columns[0].Length).SelectMany(t => columns.Select(column => column[t]))]);

    /// <summary>The same window for every model.</summary>
    public static RoundWindow[] Windows(int models, int rounds, StakingRegime regime = StakingRegime.Legacy) =>
        [.. Enumerable.Repeat(new RoundWindow(rounds, regime), models)];

    /// <summary>Columns of normal noise with a common factor, each a sum of <paramref name="overlap"/> neighbouring draws as overlapping scores are.</summary>
    public static double[][] Overlapping(int rounds, int models, int overlap, int seed, double common = 0.5, double mean = 0)
    {
        Random random = new(seed);
        double[] shared = Normals(random, rounds + overlap);
        return [.. Enumerable.Range(0, models).Select(_ =>
        {
            double[] own = Normals(random, rounds + overlap);
            return Enumerable.Range(0, rounds)
                .Select(t => mean + Enumerable.Range(t, overlap).Sum(k => Math.Sqrt(common) * shared[k] + Math.Sqrt(1 - common) * own[k]) / Math.Sqrt(overlap))
                .ToArray();
        })];
    }

    /// <summary>One priced tournament of Classic models with names.</summary>
    public static PricedTournament Priced(RoundWindow window, params (string Name, double[] Returns)[] models) => new(
        Tournament.Classic,
        Some.Rule(overlap: window.Rounds, regime: window.Regime),
        true,
        "a test",
        window,
        new ReturnMatrix(
            new RoundNumber(1),
            [.. models.Select(model => Some.Model(model.Name))],
            [.. Enumerable.Range(0, models[0].Returns.Length).SelectMany(t => models.Select(model => model.Returns[t]))]),
        0);

    public static double[] Normals(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
