namespace StakeBot.Adapters.Paper.World;

/// <summary>Daily values of a factor: an AR(1) process, scaled so that the sum over the days of a round has standard deviation 1.</summary>
internal sealed class FactorPath
{
    private readonly NoiseStream _noise;
    private readonly double _persistence;
    private readonly double _scale;
    private readonly List<double> _states = [];

    /// <param name="noise">Where its shocks come from.</param>
    /// <param name="persistence">Correlation of one day with the next, 0–1.</param>
    public FactorPath(NoiseStream noise, double persistence)
    {
        _noise = noise;
        _persistence = persistence;
        _scale = 1 / Math.Sqrt(VarianceOfRound(persistence));
    }

    /// <summary>The value of the day at that index, counted from the first day of history.</summary>
    public double this[int day]
    {
        get
        {
            while (_states.Count <= day)
                _states.Add(NextState());
            return _states[day] * _scale;
        }
    }

    private double NextState()
    {
        double shock = _noise.Normal(_states.Count);
        return _states.Count == 0 ? shock : _persistence * _states[^1] + Math.Sqrt(1 - _persistence * _persistence) * shock;
    }

    private static double VarianceOfRound(double persistence)
    {
        double variance = PaperCalendar.ScoringDays;
        double correlation = 1;
        for (int lag = 1; lag < PaperCalendar.ScoringDays; lag++)
        {
            correlation *= persistence;
            variance += 2 * (PaperCalendar.ScoringDays - lag) * correlation;
        }
        return variance;
    }
}
