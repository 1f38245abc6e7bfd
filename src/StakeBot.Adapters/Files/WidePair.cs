using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Two wide files with the two scores of the same rounds and models.</summary>
internal static class WidePair
{
    private static readonly (ScoreName First, ScoreName Second)[] Pairs =
    [
        (ScoreName.Corr60, ScoreName.Mmc60),
        (ScoreName.Corr20, ScoreName.Mmc20),
        (ScoreName.Alpha, ScoreName.Mpc),
    ];

    public static PanelParts? Join(WideScores left, WideScores right, FileProblems problems, List<string> notes)
    {
        if (Names(left.Path, right.Path, problems, notes) is not { } names)
            return null;
        int before = problems.Count;
        Compare(left, right, left.Rounds, right.Rounds, "round ", problems);
        Compare(left, right, left.Models, right.Models, "", problems);
        if (problems.Count > before)
            return null;
        Tournament tournament = names.Left == ScoreName.Alpha || names.Left == ScoreName.Mpc ? Tournament.Signals : Tournament.Classic;
        notes.Add($"{left.Path} is {names.Left}, {right.Path} is {names.Right}; both count as {tournament}.");
        Dictionary<ScoreName, double[]> scores = new() { [names.Left] = left.Values, [names.Right] = InOrderOf(left, right) };
        return new PanelParts(tournament, left.Rounds, left.Models, null, scores);
    }

    private static (ScoreName Left, ScoreName Right)? Names(string left, string right, FileProblems problems, List<string> notes)
    {
        ScoreName? first = NameOf(left), second = NameOf(right);
        if (first is null && second is null)
        {
            notes.Add($"The file names do not say which scores these are, so {left} counts as {ScoreName.Corr20} and {right} as {ScoreName.Mmc20}, by their order. Put corr and mmc into the names to be sure.");
            return (ScoreName.Corr20, ScoreName.Mmc20);
        }
        first ??= PartnerOf(second!.Value);
        second ??= PartnerOf(first.Value);
        if (PartnerOf(first.Value) == second.Value)
            return (first.Value, second.Value);
        problems.Add($"By their names {left} is {first} and {right} is {second}, and these do not make a pair. Give corr and mmc, corr60 and mmc60, or alpha and mpc.");
        return null;
    }

    /// <summary>What the file is called after; null when its name says nothing, or two things at once.</summary>
    private static ScoreName? NameOf(string path)
    {
        string name = Path.GetFileName(path).ToLowerInvariant();
        ScoreName[] found =
        [
            .. Word(name, "corr", ScoreName.Corr20, ScoreName.Corr60),
            .. Word(name, "mmc", ScoreName.Mmc20, ScoreName.Mmc60),
            .. name.Contains("alpha", StringComparison.Ordinal) ? [ScoreName.Alpha] : Array.Empty<ScoreName>(),
            .. name.Contains("mpc", StringComparison.Ordinal) ? [ScoreName.Mpc] : Array.Empty<ScoreName>(),
        ];
        return found.Length == 1 ? found[0] : null;
    }

    private static ScoreName[] Word(string name, string word, ScoreName twenty, ScoreName sixty) =>
        name.Contains(word + "60", StringComparison.Ordinal) ? [sixty] : name.Contains(word, StringComparison.Ordinal) ? [twenty] : [];

    private static ScoreName PartnerOf(ScoreName name)
    {
        (ScoreName First, ScoreName Second) pair = Array.Find(Pairs, pair => pair.First == name || pair.Second == name);
        return pair.First == name ? pair.Second : pair.First;
    }

    private static void Compare<T>(WideScores left, WideScores right, IReadOnlyList<T> inLeft, IReadOnlyList<T> inRight, string what, FileProblems problems)
    {
        IEqualityComparer<T>? comparer = typeof(T) == typeof(string) ? (IEqualityComparer<T>)StringComparer.OrdinalIgnoreCase : null;
        foreach (T only in inLeft.Except(inRight, comparer))
            problems.Add($"{what}{only} is in {left.Path} and not in {right.Path}. Both files need the same rounds and models; write NA where there is no score.");
        foreach (T only in inRight.Except(inLeft, comparer))
            problems.Add($"{what}{only} is in {right.Path} and not in {left.Path}. Both files need the same rounds and models; write NA where there is no score.");
    }

    private static double[] InOrderOf(WideScores left, WideScores right)
    {
        Dictionary<string, int> columns = right.Models.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.OrdinalIgnoreCase);
        int models = left.Models.Count;
        double[] values = new double[right.Values.Length];
        for (int m = 0; m < models; m++)
        {
            int from = columns[left.Models[m]];
            for (int t = 0; t < right.Rounds.Count; t++)
                values[t * models + m] = right.Values[t * models + from];
        }
        return values;
    }
}
