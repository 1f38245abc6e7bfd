using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// Round returns, rounds × models: payout over NMR at risk, a plain number per round (0.01 = +1 %). Gaps are NaN and are kept.
/// The rounds follow one another without holes: a round in which nobody has a score is a row of gaps.
/// </summary>
public sealed class ReturnMatrix
{
    private readonly double[] _values;

    /// <summary>Takes row-major values.</summary>
    /// <param name="firstRound">The round of the first row.</param>
    /// <param name="models">The models, in the order of the columns.</param>
    /// <param name="values">Rounds × models numbers; NaN for a gap.</param>
    /// <exception cref="ArgumentException">The number of values is no multiple of the number of models.</exception>
    public ReturnMatrix(RoundNumber firstRound, IReadOnlyList<Model> models, double[] values)
    {
        if (models.Count == 0 ? values.Length != 0 : values.Length % models.Count != 0)
            throw new ArgumentException($"{values.Length} values do not fill rows of {models.Count} models.", nameof(values));
        FirstRound = firstRound;
        Models = models;
        RoundCount = models.Count == 0 ? 0 : values.Length / models.Count;
        _values = values;
    }

    /// <summary>The round of the first row.</summary>
    public RoundNumber FirstRound { get; }

    /// <summary>The round of the last row.</summary>
    public RoundNumber LastRound => FirstRound + (RoundCount - 1);

    /// <summary>The models, in the order of the columns.</summary>
    public IReadOnlyList<Model> Models { get; }

    /// <summary>T, the number of rows.</summary>
    public int RoundCount { get; }

    /// <summary>n, the number of columns.</summary>
    public int ModelCount => Models.Count;

    /// <summary>The return of the round and the model at these indices; NaN for a gap.</summary>
    public double this[int round, int model] => _values[round * ModelCount + model];

    /// <summary>The returns of one round, one per model.</summary>
    public ReadOnlySpan<double> Row(int round) => _values.AsSpan(round * ModelCount, ModelCount);

    /// <summary>The returns of one model, one per round.</summary>
    public double[] Column(int model)
    {
        double[] column = new double[RoundCount];
        for (int t = 0; t < column.Length; t++)
            column[t] = this[t, model];
        return column;
    }

    /// <summary>The mean return of one model over the rounds that it has; NaN when it has none.</summary>
    public double MeanOf(int model)
    {
        double sum = 0;
        int seen = 0;
        for (int k = model; k < _values.Length; k += ModelCount)
        {
            if (double.IsNaN(_values[k]))
                continue;
            sum += _values[k];
            seen++;
        }
        return sum / seen;
    }

    /// <summary>The same models with rounds in another order; a round may be there more than once.</summary>
    /// <param name="rounds">Indices of rounds. The labels of the result are those of as many rounds in a row.</param>
    public ReturnMatrix Rearranged(IReadOnlyList<int> rounds)
    {
        double[] values = new double[rounds.Count * ModelCount];
        for (int t = 0; t < rounds.Count; t++)
            Row(rounds[t]).CopyTo(values.AsSpan(t * ModelCount));
        return new ReturnMatrix(FirstRound, Models, values);
    }

    /// <summary>The same rounds with some of the models, in the order given.</summary>
    public ReturnMatrix OfModels(IReadOnlyList<int> models)
    {
        double[] values = new double[RoundCount * models.Count];
        for (int t = 0; t < RoundCount; t++)
        {
            for (int i = 0; i < models.Count; i++)
                values[t * models.Count + i] = this[t, models[i]];
        }
        return new ReturnMatrix(FirstRound, [.. models.Select(i => Models[i])], values);
    }

    /// <summary>The rounds from one index up to, not including, another.</summary>
    public ReturnMatrix OfRounds(int from, int to) =>
        new(FirstRound + from, Models, _values[(from * ModelCount)..(to * ModelCount)]);
}
