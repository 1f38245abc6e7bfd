using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Benchmarks;

/// <summary>Scores of the size and the overlap of a real history, made of seeded noise.</summary>
internal static class MadeUpScores
{
    private const int Days = 20;

    public static ScorePanel Panel(int models, int rounds)
    {
        Random noise = new(20261122);
        double[] corr = Overlapping(models, rounds, 0.012, 0.006, noise);
        double[] mmc = Overlapping(models, rounds, 0.004, 0.002, noise);
        return new ScorePanel(
            Tournament.Classic,
            [.. Enumerable.Range(0, rounds).Select(t => new RoundNumber(843 + t))],
            [.. Enumerable.Range(0, models).Select(i => new Model(new ModelId($"m{i}"), $"model_{i:00}", Tournament.Classic))],
            [.. Enumerable.Repeat(true, rounds)],
            new Dictionary<ScoreName, double[]> { [ScoreName.Corr20] = corr, [ScoreName.Mmc20] = mmc });
    }

    // The mean of 20 daily innovations, half of each common to all models: neighbours share 19 days.
    private static double[] Overlapping(int models, int rounds, double mean, double spread, Random noise)
    {
        double[,] daily = new double[rounds + Days, models];
        for (int t = 0; t < rounds + Days; t++)
        {
            double common = noise.NextDouble() - 0.5;
            for (int i = 0; i < models; i++)
                daily[t, i] = common + noise.NextDouble() - 0.5;
        }
        double[] scores = new double[rounds * models];
        for (int t = 0; t < rounds; t++)
        {
            for (int i = 0; i < models; i++)
            {
                double sum = 0;
                for (int d = 0; d < Days; d++)
                    sum += daily[t + d, i];
                scores[t * models + i] = mean * (1 + i / (double)models) + spread * sum;
            }
        }
        return scores;
    }
}
