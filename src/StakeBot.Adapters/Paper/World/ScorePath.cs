using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.World;

/// <summary>
/// One score of one model. Each day has one innovation that all rounds share which are scored on it, so that neighbouring rounds overlap as real
/// ones do; a small part of the variance belongs to the round alone (its submission), as in the measured autocorrelations.
/// </summary>
internal sealed class ScorePath(ScoreTrait trait, Func<int, double> innovations, NoiseStream roundNoise, double spellDepth)
{
    // 59/60 × 0.98 = 0.96 at lag 1. Measured on 20 days: 0.85 where 19/20 would be the overlap alone; a third of the noise for three times the days.
    private const double RoundShare = 0.02;

    private static readonly double RoundDeviation = Math.Sqrt(RoundShare);
    private static readonly double DailyDeviation = Math.Sqrt(1 - RoundShare);

    private readonly List<double> _sums = [0];

    /// <summary>The score of a round after its first <paramref name="days"/> daily scores (60: final): the sum of what these days brought.</summary>
    public double After(RoundNumber round, int days)
    {
        int first = round - PaperWorld.FirstRound;
        double shared = SumBefore(first + days) - SumBefore(first);
        double own = roundNoise.Normal(first) * RoundDeviation * trait.Deviation * days / PaperCalendar.ScoringDays;
        return shared + own;
    }

    private double SumBefore(int day)
    {
        while (_sums.Count <= day)
            _sums.Add(_sums[^1] + Innovation(_sums.Count - 1));
        return _sums[day];
    }

    private double Innovation(int day) =>
        trait.Mean / PaperCalendar.ScoringDays
        + trait.Deviation * (DailyDeviation * innovations(day) - spellDepth * BadSpell.ShareOf(day));
}
