using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Benchmarks.Digests;

/// <summary>
/// Scores of two tournaments as everybody can read them, made of seeded noise: sixty days a round, final rounds and the daily scores of the 64 open ones,
/// with the gaps that missed submissions leave in every fifth model.
/// </summary>
internal static class PublicScores
{
    public const int Open = 64;

    private const int Days = 60;
    private const int Final = 240;
    private const int FewGaps = 3;

    /// <summary>The newest round, which takes stakes now.</summary>
    public static RoundNumber Newest { get; } = new(1404);

    public static ScorePanel Panel(Tournament tournament, int models, IReadOnlyList<ScoreName> scores, int seed)
    {
        Random noise = new(seed);
        RoundNumber[] rounds = [.. Enumerable.Range(0, Final + Open).Select(t => Newest - (Final + Open - 1 - t))];
        bool[] missed = Missed(models, noise);
        return new ScorePanel(
            tournament,
            rounds,
            [.. Enumerable.Range(0, models).Select(i => new Model(new ModelId($"{tournament}-{i}"), $"{tournament}_{i:000}", tournament))],
            [.. rounds.Select((_, t) => t < Final)],
            scores.ToDictionary(score => score, _ => Values(models, missed, noise)))
        {
            ScoredDays = Enumerable.Range(Final, Open).Where(t => DaysOf(t) > 0).ToDictionary(t => rounds[t], DaysOf),
        };
    }

    // The round after the last final one lacks a day, the next one two, and so on.
    private static int DaysOf(int round) => Math.Clamp(Days - 1 - (round - Final), 0, Days);

    private static bool[] Missed(int models, Random noise)
    {
        bool[] missed = new bool[(Final + Open) * models];
        for (int i = 0; i < models; i += 5)
        {
            for (int gap = 0; gap < FewGaps; gap++)
                missed[noise.Next(Final) * models + i] = true;
        }
        return missed;
    }

    // The mean of the days so far, two fifths of each common to all models.
    private static double[] Values(int models, bool[] missed, Random noise)
    {
        double[,] daily = new double[Final + Open + Days, models];
        for (int t = 0; t < Final + Open + Days; t++)
        {
            double common = noise.NextDouble() - 0.5;
            for (int i = 0; i < models; i++)
                daily[t, i] = 0.0005 * (i % 5) + 0.15 * (0.8 * common + noise.NextDouble() - 0.5);
        }
        double[] scores = new double[(Final + Open) * models];
        for (int t = 0; t < Final + Open; t++)
        {
            int days = t < Final ? Days : DaysOf(t);
            for (int i = 0; i < models; i++)
            {
                double sum = 0;
                for (int d = 0; d < days; d++)
                    sum += daily[t + d, i];
                scores[t * models + i] = days == 0 || missed[t * models + i] ? double.NaN : sum / days;
            }
        }
        return scores;
    }
}
