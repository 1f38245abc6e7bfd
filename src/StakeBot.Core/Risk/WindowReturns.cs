using System.Numerics.Tensors;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>
/// Overlapping window returns, windows × models: what locked NMR would have gained or lost when everything open at one time had resolved.
/// Row t is the window that ends with round <see cref="FirstEnd"/> + t. NaN where a model has too few scores in a window.
/// </summary>
public sealed class WindowReturns
{
    /// <summary>The share of a window's rounds that must have a score; the missing ones then count like the others.</summary>
    public const double LeastCoverage = 0.8;

    private readonly double[] _values;

    private WindowReturns(RoundNumber firstEnd, int count, int models, double[] values)
    {
        FirstEnd = firstEnd;
        Count = count;
        Models = models;
        _values = values;
    }

    /// <summary>The last round of the first window.</summary>
    public RoundNumber FirstEnd { get; }

    /// <summary>The number of windows; neighbours share all rounds but one.</summary>
    public int Count { get; }

    /// <summary>The number of models.</summary>
    public int Models { get; }

    /// <summary>The window return at these indices.</summary>
    public double this[int window, int model] => _values[window * Models + model];

    /// <summary>The window returns of one ending round, one per model.</summary>
    public ReadOnlySpan<double> Row(int window) => _values.AsSpan(window * Models, Models);

    /// <summary>Sums the rounds of every window.</summary>
    /// <param name="returns">Round returns, rounds × models.</param>
    /// <param name="windows">The window of each model; with different lengths, windows that end together stand in one row.</param>
    public static WindowReturns Of(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows)
    {
        if (windows.Count != returns.ModelCount)
            throw new ArgumentException($"{returns.ModelCount} models, {windows.Count} windows.", nameof(windows));
        int longest = windows.Count == 0 ? 1 : windows.Max(window => window.Rounds);
        int count = Math.Max(0, returns.RoundCount - longest + 1);
        double[] values = new double[count * windows.Count];
        for (int i = 0; i < windows.Count; i++)
            Fill(values, returns.Column(i), windows[i], longest, i, windows.Count);
        return new WindowReturns(returns.FirstRound + (longest - 1), count, windows.Count, values);
    }

    /// <summary>The windows of one model, without gaps.</summary>
    public double[] OfModel(int model)
    {
        List<double> windows = new(Count);
        for (int t = 0; t < Count; t++)
        {
            if (!double.IsNaN(this[t, model]))
                windows.Add(this[t, model]);
        }
        return [.. windows];
    }

    /// <summary>The windows of a portfolio: those in which every model with a weight has a return.</summary>
    /// <param name="weights">One per model; what is missing to 1 is idle and earns nothing.</param>
    public double[] OfPortfolio(ReadOnlySpan<double> weights)
    {
        List<double> windows = new(Count);
        for (int t = 0; t < Count; t++)
        {
            double sum = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                if (weights[i] != 0)
                    sum += weights[i] * this[t, i];
            }
            if (!double.IsNaN(sum))
                windows.Add(sum);
        }
        return [.. windows];
    }

    /// <summary>The windows in which every model has a return, row-major windows × models.</summary>
    public double[] Complete()
    {
        List<double> rows = new(_values.Length);
        for (int t = 0; t < Count; t++)
        {
            ReadOnlySpan<double> row = Row(t);
            bool whole = true;
            foreach (double value in row)
                whole &= !double.IsNaN(value);
            if (whole)
                rows.AddRange(row);
        }
        return [.. rows];
    }

    // Each window is summed afresh: a running sum leaves rounding behind, and a window without results must be exactly zero, not a tiny burn.
    private static void Fill(double[] values, double[] column, RoundWindow window, int longest, int model, int models)
    {
        double[] results = [.. column.Select(r => double.IsNaN(r) ? 0 : r)];
        int seen = 0;
        for (int t = 0; t < column.Length; t++)
        {
            seen += double.IsNaN(column[t]) ? 0 : 1;
            if (t >= window.Rounds && !double.IsNaN(column[t - window.Rounds]))
                seen--;
            int row = t - (longest - 1);
            if (row < 0)
                continue;
            double sum = TensorPrimitives.Sum<double>(results.AsSpan(t - window.Rounds + 1, window.Rounds));
            values[row * models + model] = seen < LeastCoverage * window.Rounds
                ? double.NaN
                : window.Scale * sum * window.Rounds / seen;
        }
    }
}
