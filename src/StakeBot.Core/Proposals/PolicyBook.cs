namespace StakeBot.Core.Proposals;

/// <summary>The policies that a fund can choose from: those that come with StakeBot, and its own.</summary>
public sealed class PolicyBook
{
    /// <summary>The policy of a fund that has chosen none.</summary>
    public const string DefaultName = "cautious";

    /// <summary>Takes the policies in the order in which people see them.</summary>
    /// <exception cref="ArgumentException">Two have the same name, or the default is not among them.</exception>
    public PolicyBook(IEnumerable<AllocationPolicy> policies)
    {
        AllocationPolicy[] all = [.. policies];
        if (all.GroupBy(policy => policy.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two policies are called '{twice.Key}'.", nameof(policies));
        All = all;
        Default = Named(DefaultName) ?? throw new ArgumentException($"There is no policy '{DefaultName}'.", nameof(policies));
    }

    /// <summary>Every policy.</summary>
    public IReadOnlyList<AllocationPolicy> All { get; }

    /// <summary>Risk parity within the two-percent caps, because more than that the data do not support.</summary>
    public AllocationPolicy Default { get; }

    /// <summary>The policy of that name, in any case of letters; null when there is none.</summary>
    public AllocationPolicy? Named(string name) => All.FirstOrDefault(policy => policy.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
