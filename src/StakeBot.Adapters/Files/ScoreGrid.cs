using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Collects the rows of one tournament, in any order, into rounds × models.</summary>
internal sealed class ScoreGrid(Tournament tournament, IReadOnlyList<ScoreName> scores)
{
    /// <summary>More than every model of a tournament over its whole history in a file of the largest size; keeps a broken file from filling the memory.</summary>
    private const long MostCells = 20_000_000;

    private readonly Dictionary<string, int> _indices = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _models = [];
    private readonly List<Row> _rows = [];
    private readonly List<double> _values = [];

    private readonly record struct Row(RoundNumber Round, int Model, int Line, bool? Resolved);

    public void Add(string model, RoundNumber round, int line, bool? resolved, ReadOnlySpan<double> values)
    {
        if (!_indices.TryGetValue(model, out int index))
        {
            index = _models.Count;
            _indices.Add(model, index);
            _models.Add(model);
        }
        _rows.Add(new Row(round, index, line, resolved));
        foreach (double value in values)
            _values.Add(value);
    }

    public PanelParts? ToParts(string path, FileProblems problems, List<string> notes)
    {
        RoundNumber[] rounds = [.. _rows.Select(row => row.Round).Distinct().Order()];
        long cells = (long)rounds.Length * _models.Count;
        if (cells * scores.Count > MostCells)
        {
            problems.Add($"{path} has {_models.Count} models and {rounds.Length} rounds of {tournament}; that is more than StakeBot holds. Keep the models and rounds that you need.");
            return null;
        }
        Dictionary<RoundNumber, int> roundIndices = rounds.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        double[][] arrays = [.. scores.Select(_ => Gaps(cells))];
        int[] rowAt = new int[cells];
        int repeated = 0;
        for (int r = 0; r < _rows.Count; r++)
        {
            int cell = roundIndices[_rows[r].Round] * _models.Count + _rows[r].Model;
            if (rowAt[cell] == 0)
            {
                rowAt[cell] = r + 1;
                for (int s = 0; s < scores.Count; s++)
                    arrays[s][cell] = _values[r * scores.Count + s];
            }
            else if (IsSame(r, rowAt[cell] - 1))
            {
                repeated++;
            }
            else
            {
                problems.Add($"{path}, lines {_rows[rowAt[cell] - 1].Line} and {_rows[r].Line}: {_models[_rows[r].Model]} has two different rows for round {_rows[r].Round}. Keep the right one.");
            }
        }
        if (repeated > 0)
            notes.Add($"{tournament}: {Listing.Repeated(repeated)}");
        Dictionary<ScoreName, double[]> byName = scores.Zip(arrays).ToDictionary(pair => pair.First, pair => pair.Second);
        return new PanelParts(tournament, rounds, _models, Resolved(roundIndices, notes), byName);
    }

    private bool IsSame(int left, int right)
    {
        if (_rows[left].Resolved != _rows[right].Resolved)
            return false;
        for (int s = 0; s < scores.Count; s++)
        {
            // Equals, not ==: two gaps are the same.
            if (!_values[left * scores.Count + s].Equals(_values[right * scores.Count + s]))
                return false;
        }
        return true;
    }

    /// <summary>A round is final when every row of it says so.</summary>
    private bool[]? Resolved(Dictionary<RoundNumber, int> roundIndices, List<string> notes)
    {
        if (_rows.Exists(row => row.Resolved is null))
            return null;
        bool[] all = new bool[roundIndices.Count], some = new bool[roundIndices.Count];
        Array.Fill(all, true);
        foreach (Row row in _rows)
        {
            all[roundIndices[row.Round]] &= row.Resolved is true;
            some[roundIndices[row.Round]] |= row.Resolved is true;
        }
        RoundNumber[] torn = [.. roundIndices.Where(pair => some[pair.Value] && !all[pair.Value]).Select(pair => pair.Key)];
        if (torn.Length > 0)
            notes.Add($"{tournament}: some rows call these rounds resolved and others do not, so they count as provisional: {Listing.Of(torn)}.");
        return all;
    }

    private static double[] Gaps(long cells)
    {
        double[] values = new double[cells];
        Array.Fill(values, double.NaN);
        return values;
    }
}
