using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// Scores of one tournament: rounds × models for each score, rounds ascending without holes in between being filled.
/// A gap (no submission, not scored) is NaN and stays one.
/// </summary>
public sealed class ScorePanel
{
    private readonly Dictionary<ScoreName, double[]> _scores;
    private readonly bool[] _resolved;

    /// <summary>Takes the scores as row-major rounds × models arrays.</summary>
    /// <param name="tournament">The tournament.</param>
    /// <param name="rounds">The rounds, strictly ascending.</param>
    /// <param name="models">The models, each once.</param>
    /// <param name="resolved">For each round whether its scores are final.</param>
    /// <param name="scores">For each score rounds.Count × models.Count numbers, NaN for a gap.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the rounds do not ascend.</exception>
    public ScorePanel(
        Tournament tournament,
        IReadOnlyList<RoundNumber> rounds,
        IReadOnlyList<Model> models,
        IReadOnlyList<bool> resolved,
        IReadOnlyDictionary<ScoreName, double[]> scores)
    {
        if (resolved.Count != rounds.Count)
            throw new ArgumentException("One flag per round is needed.", nameof(resolved));
        for (int t = 1; t < rounds.Count; t++)
        {
            if (rounds[t] <= rounds[t - 1])
                throw new ArgumentException($"Round {rounds[t]} does not come after round {rounds[t - 1]}.", nameof(rounds));
        }
        foreach ((ScoreName name, double[] values) in scores)
        {
            if (values.Length != rounds.Count * models.Count)
                throw new ArgumentException($"{name} has {values.Length} values instead of {rounds.Count} × {models.Count}.", nameof(scores));
        }
        Tournament = tournament;
        Rounds = rounds;
        Models = models;
        _resolved = [.. resolved];
        _scores = new Dictionary<ScoreName, double[]>(scores);
    }

    /// <summary>The tournament.</summary>
    public Tournament Tournament { get; }

    /// <summary>The rounds, ascending.</summary>
    public IReadOnlyList<RoundNumber> Rounds { get; }

    /// <summary>The models, in the order of the columns.</summary>
    public IReadOnlyList<Model> Models { get; }

    /// <summary>The scores that are there.</summary>
    public IReadOnlyCollection<ScoreName> Names => _scores.Keys;

    /// <summary>Whether the scores of the round at that index are final.</summary>
    public bool IsResolved(int round) => _resolved[round];

    /// <summary>How daily scores of rounds that are not final relate to the final ones.</summary>
    public ScoreAccrual Accrual { get; init; } = ScoreAccrual.Correlation;

    /// <summary>How many daily scores each round that is not final has, where that is known.</summary>
    public IReadOnlyDictionary<RoundNumber, int> ScoredDays { get; init; } = new Dictionary<RoundNumber, int>();

    /// <summary>How many rounds are still provisional.</summary>
    public int ProvisionalRounds => _resolved.Count(resolved => !resolved);

    /// <summary>Whether any model has a final value of a score: its column alone exists long before the first of its rounds is final.</summary>
    public bool HasFinal(ScoreName score)
    {
        if (!_scores.TryGetValue(score, out double[]? values))
            return false;
        for (int k = 0; k < values.Length; k++)
        {
            if (_resolved[k / Models.Count] && !double.IsNaN(values[k]))
                return true;
        }
        return false;
    }

    /// <summary>The scores of one model by its index, over the same rounds.</summary>
    public ScorePanel OfModel(int model) => new(
        Tournament,
        Rounds,
        [Models[model]],
        _resolved,
        _scores.ToDictionary(score => score.Key, score => Enumerable.Range(0, Rounds.Count).Select(t => score.Value[t * Models.Count + model]).ToArray()))
    {
        Accrual = Accrual,
        ScoredDays = ScoredDays,
    };

    /// <summary>The score of a round and a model by their indices; NaN for a gap.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no such score.</exception>
    public double this[ScoreName score, int round, int model] => _scores[score][round * Models.Count + model];
}
