using System.Collections.Immutable;

namespace StakeBot.Core.Allocation;

/// <summary>
/// The least and the greatest weight of several assets together, such as all models of a tournament: Lower ≤ Σ w ≤ Upper over the members,
/// as shares of the whole.
/// </summary>
public sealed record GroupBound
{
    private GroupBound(string name, ImmutableArray<int> members, double lower, double upper)
    {
        if (members.IsDefaultOrEmpty)
            throw new ArgumentException($"The group {name} has no members.", nameof(members));
        if (members.Distinct().Count() != members.Length)
            throw new ArgumentException($"The group {name} names a member twice.", nameof(members));
        if (!(lower <= upper))
            throw new ArgumentException(FormattableString.Invariant($"The group {name} has the bounds {lower} and {upper}."), nameof(lower));
        (Name, Members, Lower, Upper) = (name, members, lower, upper);
    }

    /// <summary>What the group is called when it cannot be kept.</summary>
    public string Name { get; }

    /// <summary>The assets, by index.</summary>
    public ImmutableArray<int> Members { get; }

    /// <summary>The least they have together; −∞ for no such bound.</summary>
    public double Lower { get; }

    /// <summary>The most they have together; ∞ for no such bound.</summary>
    public double Upper { get; }

    /// <summary>The members have at least <paramref name="share"/> together.</summary>
    public static GroupBound AtLeast(string name, ImmutableArray<int> members, double share) => new(name, members, share, double.PositiveInfinity);

    /// <summary>The members have at most <paramref name="share"/> together.</summary>
    public static GroupBound AtMost(string name, ImmutableArray<int> members, double share) => new(name, members, double.NegativeInfinity, share);

    /// <summary>The members have between <paramref name="lower"/> and <paramref name="upper"/> together.</summary>
    public static GroupBound Between(string name, ImmutableArray<int> members, double lower, double upper) => new(name, members, lower, upper);
}
