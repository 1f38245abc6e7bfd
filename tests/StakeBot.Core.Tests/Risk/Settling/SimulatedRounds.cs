using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk.Settling;

/// <summary>Rounds whose truth is known: each day brings every model something that all rounds share that are scored on it.</summary>
internal sealed class SimulatedRounds
{
    private readonly double[][] _days;
    private readonly double[][] _own;
    private readonly double _ownShare;
    private readonly double _mean;
    private readonly int _scoringDays;

    public SimulatedRounds(int seed, int models, int rounds, int scoringDays, double ownShare, double common, double mean)
    {
        Random random = new(seed);
        double[] shared = Made.Normals(random, rounds + scoringDays);
        _scoringDays = scoringDays;
        _ownShare = ownShare;
        _mean = mean;
        _days = [.. Enumerable.Range(0, models).Select(_ => Mix(shared, Made.Normals(random, shared.Length), common))];
        _own = [.. Enumerable.Range(0, models).Select(_ => Made.Normals(random, shared.Length))];
        Models = [.. Enumerable.Range(0, models).Select(i => Some.Model($"M{i}"))];
    }

    public IReadOnlyList<Model> Models { get; }

    /// <summary>What the first days of a round have brought; all of them are its final score.</summary>
    public double Score(int model, int round, int days)
    {
        double shared = 0;
        for (int day = round; day < round + days; day++)
            shared += _days[model][day];
        double share = (double)days / _scoringDays;
        return Deviation * (Math.Sqrt((1 - _ownShare) / _scoringDays) * shared + Math.Sqrt(_ownShare) * share * _own[model][round]) + _mean * share;
    }

    /// <summary>The deviation of a final score.</summary>
    public static double Deviation => 0.02;

    /// <summary>The panel after <paramref name="resolved"/> final rounds, with as many open ones.</summary>
    public ScorePanel Panel(int resolved, int open, ScoreAccrual accrual)
    {
        int rounds = resolved + open;
        double[] scores = new double[rounds * Models.Count];
        for (int t = 0; t < rounds; t++)
        {
            int days = Math.Clamp(_scoringDays - (t - resolved + 1), 0, _scoringDays);
            for (int i = 0; i < Models.Count; i++)
            {
                double score = days == 0 ? double.NaN : Score(i, t, days);
                scores[t * Models.Count + i] = accrual == ScoreAccrual.Sum ? score : score * Math.Sqrt((double)_scoringDays / Math.Max(1, days));
            }
        }
        return new ScorePanel(
            Tournament.Classic,
            [.. Enumerable.Range(1, rounds).Select(number => new RoundNumber(number))],
            Models,
            [.. Enumerable.Range(0, rounds).Select(t => t < resolved)],
            new Dictionary<ScoreName, double[]> { [ScoreName.Corr20] = scores })
        {
            Accrual = accrual,
        };
    }

    private static double[] Mix(double[] shared, double[] own, double common) =>
        [.. shared.Zip(own, (s, o) => Math.Sqrt(common) * s + Math.Sqrt(1 - common) * o)];
}
