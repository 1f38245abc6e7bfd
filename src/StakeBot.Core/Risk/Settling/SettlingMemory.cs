namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// What assessments of open rounds share, whoever's NMR is in them: how well each kernel fits a model's history, and the predictions of rounds from rounds.
/// Both depend on their arguments alone, by which they are kept: new data are new arguments, and what is old makes room. Safe from many threads; what two
/// threads look for at the same time both compute, with the same result.
/// </summary>
public sealed class SettlingMemory
{
    // A prediction of 64 rounds from three times as many is an eighth of a megabyte, a fit three kilobytes.
    private const int MostFits = 1024;
    private const int MostPredictions = 128;

    private readonly RecentlyUsed<SeriesKey, SeriesFit> _fits = new(MostFits);
    private readonly RecentlyUsed<PredictionKey, RoundPrediction> _predictions = new(MostPredictions);

    /// <summary>How the kernels fit each series.</summary>
    internal SeriesFit[] FitsOf(IReadOnlyList<double[]> series, int scoringDays)
    {
        SeriesKey[] keys = [.. series.Select(one => new SeriesKey(one, scoringDays))];
        SeriesFit?[] fits = [.. keys.Select(key => _fits.TryFind(key, out SeriesFit? known) ? known : null)];
        int[] missing = [.. Enumerable.Range(0, keys.Length).Where(i => fits[i] is null)];
        SeriesFit[] found = SeriesFit.Of([.. missing.Select(i => series[i])], scoringDays);
        for (int k = 0; k < missing.Length; k++)
        {
            fits[missing[k]] = found[k];
            _fits.Keep(keys[missing[k]], found[k]);
        }
        return fits!;
    }

    /// <summary>The prediction of some parts of rounds from others.</summary>
    internal RoundPrediction PredictionOf(DayKernel kernel, RoundPart[] targets, RoundPart[] known)
    {
        PredictionKey key = new(kernel, targets, known);
        if (!_predictions.TryFind(key, out RoundPrediction? prediction))
            _predictions.Keep(key, prediction = RoundPrediction.Of(kernel, targets, known));
        return prediction;
    }

    private sealed class SeriesKey(double[] values, int scoringDays) : IEquatable<SeriesKey>
    {
        private readonly double[] _values = values;
        private readonly int _scoringDays = scoringDays;
        private readonly int _hash = HashOf(values, scoringDays);

        public bool Equals(SeriesKey? other) => other is not null && _scoringDays == other._scoringDays && _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => Equals(obj as SeriesKey);

        public override int GetHashCode() => _hash;
    }

    private sealed class PredictionKey(DayKernel kernel, RoundPart[] targets, RoundPart[] known) : IEquatable<PredictionKey>
    {
        private readonly DayKernel _kernel = kernel;
        private readonly RoundPart[] _targets = targets;
        private readonly RoundPart[] _known = known;
        private readonly int _hash = HashCode.Combine(kernel, HashOf(targets, targets.Length), HashOf(known, known.Length));

        public bool Equals(PredictionKey? other) =>
            other is not null && _kernel == other._kernel && _targets.AsSpan().SequenceEqual(other._targets) && _known.AsSpan().SequenceEqual(other._known);

        public override bool Equals(object? obj) => Equals(obj as PredictionKey);

        public override int GetHashCode() => _hash;
    }

    private static int HashOf<T>(T[] values, int beside)
    {
        HashCode hash = default;
        hash.Add(beside);
        foreach (T value in values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
