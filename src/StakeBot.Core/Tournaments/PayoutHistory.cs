namespace StakeBot.Core.Tournaments;

/// <summary>All payout rules that are known, in the order of their first rounds.</summary>
public sealed class PayoutHistory
{
    private readonly Dictionary<Tournament, PayoutRule[]> _rules;

    /// <summary>Takes the known rules in any order.</summary>
    /// <exception cref="ArgumentException">Two rules have the same name, or the same tournament and first round.</exception>
    public PayoutHistory(IEnumerable<PayoutRule> rules)
    {
        PayoutRule[] all = [.. rules.OrderBy(rule => rule.FromRound)];
        if (all.GroupBy(rule => rule.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two payout rules are called '{twice.Key}'.", nameof(rules));
        if (all.GroupBy(rule => (rule.Tournament, rule.FromRound)).FirstOrDefault(same => same.Count() > 1) is { } clash)
            throw new ArgumentException($"Two payout rules of {clash.Key.Tournament} start at round {clash.Key.FromRound}.", nameof(rules));
        _rules = all.GroupBy(rule => rule.Tournament).ToDictionary(group => group.Key, group => group.ToArray());
        All = all;
    }

    /// <summary>Every rule, oldest first.</summary>
    public IReadOnlyList<PayoutRule> All { get; }

    /// <summary>The rule of today; null when nothing is known of the tournament.</summary>
    public PayoutRule? Newest(Tournament tournament) =>
        _rules.TryGetValue(tournament, out PayoutRule[]? rules) ? rules[^1] : null;

    /// <summary>The rule that pays a round; null when the round is older than every known rule.</summary>
    public PayoutRule? InForce(Tournament tournament, RoundNumber round) =>
        _rules.TryGetValue(tournament, out PayoutRule[]? rules) ? rules.LastOrDefault(rule => rule.FromRound <= round) : null;

    /// <summary>
    /// This history with rules that were read: of each of their tournaments, what was known from the same round on gives way. A rule that begins where
    /// a known one does keeps its name.
    /// </summary>
    public PayoutHistory With(IReadOnlyList<PayoutRule> read)
    {
        PayoutRule[] kept = [.. All.Where(known => !read.Any(rule => rule.Tournament == known.Tournament && known.FromRound >= rule.FromRound))];
        return new PayoutHistory([.. kept, .. read.Select(Recognised)]);
    }

    private PayoutRule Recognised(PayoutRule read) =>
        All.FirstOrDefault(known => known.Tournament == read.Tournament && known.FromRound == read.FromRound) is { } known
            ? read with { Name = known.Name, Source = read.Source }
            : read;

    /// <summary>The rule of that name, in any case of letters; null when there is none.</summary>
    public PayoutRule? Named(string name) =>
        All.FirstOrDefault(rule => rule.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
