using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>Chooses the models whose history says enough to be estimated together.</summary>
internal sealed record ModelSelection(IReadOnlyList<int> Columns, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The share of the longest model's rounds that a model must have.</summary>
    public const double LeastCoverage = 0.8;

    /// <summary>Two models whose returns correlate at least this much, and at the same level, are one.</summary>
    private const double TwinCorrelation = 0.999;

    public static ModelSelection Of(ReturnMatrix returns)
    {
        int[] seen = [.. Enumerable.Range(0, returns.ModelCount).Select(i => returns.Column(i).Count(r => !double.IsNaN(r)))];
        int most = seen.Length == 0 ? 0 : seen.Max();
        int needed = Math.Max(2, (int)Math.Ceiling(LeastCoverage * most));
        List<int> kept = [];
        List<LeftOut> leftOut = [];
        for (int i = 0; i < returns.ModelCount; i++)
        {
            Model model = returns.Models[i];
            if (seen[i] < needed)
                leftOut.Add(new LeftOut(model, $"{seen[i]} resolved rounds of {most}; at least {needed} are needed"));
            else if (TwinAmong(kept, returns, i) is { } twin)
                leftOut.Add(new LeftOut(model, Invariant($"a twin of {returns.Models[twin.Column].Name} (correlation {twin.Correlation:0.0000})"), returns.Models[twin.Column]));
            else
                kept.Add(i);
        }
        return new ModelSelection(kept, leftOut);
    }

    private static (int Column, double Correlation)? TwinAmong(List<int> kept, ReturnMatrix returns, int model)
    {
        double[] mine = returns.Column(model);
        foreach (int other in kept)
        {
            if (returns.Models[other].Tournament != returns.Models[model].Tournament)
                continue;
            PairedReturns pair = PairedReturns.Of(mine, returns.Column(other));
            if (pair.Correlation >= TwinCorrelation && pair.SameLevel)
                return (other, pair.Correlation);
        }
        return null;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
