using StakeBot.Core.Risk.Estimation;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>Chooses the models whose history says enough to be estimated together.</summary>
/// <param name="Columns">The models that are in, in their order.</param>
/// <param name="Joined">Those of them that are in only by the help of longer histories.</param>
/// <param name="LeftOut">The others, twins among them.</param>
internal sealed record ModelSelection(IReadOnlyList<int> Columns, IReadOnlySet<int> Joined, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The share of the longest model's rounds that a model must have to stand for itself.</summary>
    public const double LeastCoverage = 0.8;

    /// <summary>The windows of rounds that a model must have to be joined.</summary>
    public const double LeastWindows = 1.5;

    /// <summary>Two models whose returns correlate at least this much, and at the same level, are one.</summary>
    private const double TwinCorrelation = 0.999;

    public static ModelSelection Of(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows, ShortHistories shortHistories)
    {
        double[][] columns = [.. Enumerable.Range(0, returns.ModelCount).Select(returns.Column)];
        int[] seen = [.. columns.Select(column => column.Count(r => !double.IsNaN(r)))];
        int most = seen.Length == 0 ? 0 : seen.Max();
        int needed = Math.Max(2, (int)Math.Ceiling(LeastCoverage * most));
        List<int> kept = [];
        SortedDictionary<int, LeftOut> leftOut = [];
        foreach (int i in Enumerable.Range(0, seen.Length).Where(i => seen[i] >= needed))
            Add(i, 2);
        HashSet<int> longer = [.. kept];
        foreach (int i in Enumerable.Range(0, seen.Length).Where(i => seen[i] < needed))
        {
            int least = shortHistories == ShortHistories.Join && longer.Count > 0 ? LeastRounds(windows[i]) : needed;
            if (seen[i] < least)
                leftOut[i] = new LeftOut(returns.Models[i], $"{seen[i]} resolved rounds of {most}; at least {Math.Min(least, needed)} are needed");
            else
                Add(i, least);
        }
        return new ModelSelection([.. kept.Order()], kept.Where(i => !longer.Contains(i)).ToHashSet(), [.. leftOut.Values]);

        void Add(int i, int leastCommon)
        {
            if (TwinAmong(kept, returns.Models, columns, i, leastCommon) is { } twin)
                leftOut[i] = new LeftOut(returns.Models[i], Invariant($"a twin of {returns.Models[twin.Column].Name} (correlation {twin.Correlation:0.0000})"), returns.Models[twin.Column]);
            else
                kept.Add(i);
        }
    }

    private static int LeastRounds(RoundWindow window) => Math.Max(2, (int)Math.Ceiling(LeastWindows * window.Rounds));

    private static (int Column, double Correlation)? TwinAmong(
        List<int> kept, IReadOnlyList<Model> models, double[][] columns, int model, int leastCommon)
    {
        foreach (int other in kept)
        {
            if (models[other].Tournament != models[model].Tournament)
                continue;
            PairedReturns pair = PairedReturns.Of(columns[model], columns[other]);
            if (pair.Rounds >= leastCommon && pair.Correlation >= TwinCorrelation && pair.SameLevel)
                return (other, pair.Correlation);
        }
        return null;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
