using System.Collections.Immutable;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// Assets that are copies of each other. What they have together is determined, how they share it is not; they share it equally, as far as
/// their bounds allow. Neither return nor risk changes.
/// </summary>
internal sealed class Twins
{
    /// <summary>Two numbers that differ by less than this share are the same.</summary>
    private const double Same = 1e-14;

    private readonly Moments _moments;
    private readonly Bounds _bounds;
    private readonly List<int[]> _families = [];

    /// <param name="moments">Decide who is a copy of whom.</param>
    /// <param name="bounds">Limit the shares.</param>
    /// <param name="groups">Copies of which one is a member and one is not are no copies.</param>
    /// <param name="turnover">Where change costs something, copies differ in what they have now.</param>
    public Twins(Moments moments, Bounds bounds, ImmutableArray<GroupBound> groups, TurnoverCost? turnover)
    {
        _moments = moments;
        _bounds = bounds;
        int n = moments.Count;
        int[] order = [.. Enumerable.Range(0, n)];
        double[] variance = [.. order.Select(i => moments.Covariance[i * n + i])];
        Array.Sort(variance, order);
        bool[] taken = new bool[n];
        for (int a = 0; turnover is null && a < n; a++)
        {
            var family = new List<int>();
            if (taken[a])
                continue;
            for (int b = a + 1; b < n && variance[b] - variance[a] <= 2 * Same * Math.Abs(variance[a]); b++)
            {
                if (!taken[b] && AreCopies(order[a], order[b]) && groups.All(g => g.Members.Contains(order[a]) == g.Members.Contains(order[b])))
                {
                    family.Add(order[b]);
                    taken[b] = true;
                }
            }
            if (family.Count > 0)
                _families.Add([order[a], .. family]);
        }
    }

    /// <summary>Lets each family share equally what its members have.</summary>
    public void Share(double[] weights)
    {
        foreach (int[] family in _families)
            Share(weights, family);
    }

    /// <summary>All at one level, except those whose bounds end before it; these are settled in turn, and the level adapts.</summary>
    private void Share(double[] weights, int[] family)
    {
        var open = new List<int>(family);
        double rest = family.Sum(i => weights[i]);
        while (open.Count > 0)
        {
            double level = rest / open.Count;
            double excess = open.Sum(i => Within(i, level) - level);
            var settled = open.FindAll(i => excess > Same ? Within(i, level) > level : excess >= -Same || Within(i, level) < level);
            foreach (int i in settled)
                weights[i] = Within(i, level);
            open.RemoveAll(settled.Contains);
            rest -= settled.Sum(i => weights[i]);
        }
    }

    /// <summary>The nearest weight within the bounds; a bound itself where only rounding keeps the weight from it.</summary>
    private double Within(int i, double weight)
    {
        if (weight <= _bounds.Lower[i] + Same)
            return _bounds.Lower[i];
        return weight >= _bounds.Upper[i] - Same ? _bounds.Upper[i] : weight;
    }

    private bool AreCopies(int a, int b)
    {
        int n = _moments.Count;
        double[] mean = _moments.Mean;
        if (Math.Abs(mean[a] - mean[b]) > Same * Math.Max(Math.Abs(mean[a]), Math.Abs(mean[b])))
            return false;
        ReadOnlySpan<double> first = _moments.Covariance.AsSpan(a * n, n), second = _moments.Covariance.AsSpan(b * n, n);
        for (int j = 0; j < n; j++)
        {
            if (Math.Abs(first[j] - second[j]) > Same * Math.Sqrt(first[a] * Math.Max(0, _moments.Covariance[j * n + j])))
                return false;
        }
        return true;
    }
}
