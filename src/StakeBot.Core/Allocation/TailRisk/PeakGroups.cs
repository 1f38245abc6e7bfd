namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The peaks that scenarios of the tail fall from. Peaks that ties hold level form a group, ordered in time; a time that counts is assigned to the latest
/// peak of its group before it. Node 0 is the start, node t the end of scenario t.
/// </summary>
internal sealed class PeakGroups(int nodes)
{
    private readonly List<int>?[] _group = new List<int>?[nodes];
    private readonly int[] _peak = new int[nodes];
    private readonly List<int> _assigned = [];

    /// <summary>The times that are assigned to a peak.</summary>
    internal IReadOnlyList<int> Assigned => _assigned;

    /// <summary>The peak that a time is assigned to.</summary>
    internal int PeakOf(int time) => _peak[time];

    /// <summary>Whether two peaks are held level.</summary>
    internal bool AreLevel(int first, int second) => _group[first] is { } group && ReferenceEquals(group, _group[second]);

    /// <summary>The peak before this one in its group; −1 for the first.</summary>
    internal int Before(int peak)
    {
        List<int> group = _group[peak]!;
        int at = group.BinarySearch(peak);
        return at > 0 ? group[at - 1] : -1;
    }

    /// <summary>The peak after this one in its group; −1 for the last.</summary>
    internal int After(int peak)
    {
        List<int> group = _group[peak]!;
        int at = group.BinarySearch(peak);
        return at + 1 < group.Count ? group[at + 1] : -1;
    }

    /// <summary>Assigns a time to the group of a peak.</summary>
    internal void Assign(int time, int peak)
    {
        _group[peak] ??= [peak];
        _peak[time] = LatestBefore(_group[peak]!, time);
        _assigned.Add(time);
    }

    /// <summary>The time no longer counts.</summary>
    internal void Unassign(int time)
    {
        _assigned.Remove(time);
        Forget(_group[_peak[time]]!);
    }

    /// <summary>A peak becomes level with another one that counts. The result is the peak whose tie to its predecessor is new.</summary>
    internal int Join(int peak, int other)
    {
        List<int> mine = _group[peak] ?? [peak], theirs = _group[other]!;
        int tied = Math.Max(mine[0], theirs[0]);
        if (_group[peak] is null)
            tied = Math.Max(peak, theirs[0]);
        List<int> joined = [.. mine, .. theirs];
        joined.Sort();
        Replace(joined, joined);
        return tied == joined[0] ? joined[1] : tied;
    }

    /// <summary>A peak and those after it rise above those before it.</summary>
    internal void Split(int peak)
    {
        List<int> group = _group[peak]!;
        int at = group.BinarySearch(peak);
        List<int> early = group[..at], late = group[at..];
        foreach (int member in early)
            _group[member] = early;
        foreach (int member in late)
            _group[member] = late;
        Forget(early);
        Forget(late);
    }

    /// <summary>A peak falls below the others of its group.</summary>
    internal void Drop(int peak)
    {
        List<int> group = _group[peak]!;
        List<int> rest = [.. group.Where(member => member != peak)];
        _group[peak] = null;
        Replace(rest, group);
        Forget(rest);
    }

    private void Replace(List<int> group, List<int> formerMembers)
    {
        foreach (int time in _assigned)
        {
            if (formerMembers.BinarySearch(_peak[time]) >= 0)
                _peak[time] = LatestBefore(group, time);
        }
        foreach (int member in group)
            _group[member] = group;
    }

    // A single peak that nothing falls from is not worth watching.
    private void Forget(List<int> group)
    {
        if (group.Count > 1)
            return;
        foreach (int time in _assigned)
        {
            if (_peak[time] == group[0])
                return;
        }
        _group[group[0]] = null;
    }

    private static int LatestBefore(List<int> group, int time)
    {
        int at = group.Count - 1;
        while (at > 0 && group[at] >= time)
            at--;
        return group[at];
    }
}
