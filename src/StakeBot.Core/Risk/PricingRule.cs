using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk;

/// <summary>Which payout rule a history is priced under, and why; or why none can price it.</summary>
public abstract record PricingRule
{
    private PricingRule()
    {
    }

    /// <summary>
    /// Chooses the one rule for a whole history: the one asked for; else today's, where the scores that it needs exist; else the one in force at the
    /// data's last round; else the newest whose scores exist.
    /// </summary>
    /// <param name="panel">The history.</param>
    /// <param name="history">The known rules.</param>
    /// <param name="named">The name of the rule that was asked for; null when none was.</param>
    public static PricingRule Choose(ScorePanel panel, PayoutHistory history, string? named = null)
    {
        if (panel.Rounds.Count == 0)
            return new Impossible($"There are no {panel.Tournament} rounds to price.");
        if (named is not null)
            return Named(panel, history, named);
        PayoutRule? today = history.Newest(panel.Tournament);
        if (today is null)
            return new Impossible($"No payout rule of {panel.Tournament} is known.");
        if (CanPrice(panel, today))
            return new Chosen(today, true, "today's rule");
        RoundNumber last = panel.Rounds[^1];
        string lack = $"today's rule needs {Words(Lacking(panel, today))}, which these data do not have";
        if (history.InForce(panel.Tournament, last) is { } then && CanPrice(panel, then))
            return new Chosen(then, false, $"the rule in force at round {last}; {lack}");
        PayoutRule? older = history.All.LastOrDefault(rule => rule.Tournament == panel.Tournament && CanPrice(panel, rule));
        return older is null
            ? new Impossible($"No known payout rule of {panel.Tournament} can be applied: {lack}.")
            : new Chosen(older, false, $"the newest rule that these data can be priced under; {lack}");
    }

    private static PricingRule Named(ScorePanel panel, PayoutHistory history, string named)
    {
        if (history.Named(named) is not { } rule)
            return new Impossible($"There is no payout rule '{named}'. Known: {Words(history.All.Select(known => known.Name))}.");
        if (rule.Tournament != panel.Tournament)
            return new Impossible($"The rule '{rule.Name}' belongs to {rule.Tournament}, these scores to {panel.Tournament}.");
        return CanPrice(panel, rule)
            ? new Chosen(rule, rule == history.Newest(panel.Tournament), "the rule that was asked for")
            : new Impossible($"The rule '{rule.Name}' needs {Words(Lacking(panel, rule))}, which these data do not have.");
    }

    private static bool CanPrice(ScorePanel panel, PayoutRule rule) => !Lacking(panel, rule).Any();

    private static IEnumerable<string> Lacking(ScorePanel panel, PayoutRule rule) =>
        rule.Multipliers.Where(m => m.Multiplier != 0 && !panel.HasFinal(m.Score)).Select(m => m.Score.Value);

    private static string Words(IEnumerable<string> words) => string.Join(", ", words);

    /// <summary>A rule was chosen.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="IsToday">Whether it is the rule that new rounds are paid under.</param>
    /// <param name="Why">Why this one, as the end of a sentence.</param>
    public sealed record Chosen(PayoutRule Rule, bool IsToday, string Why) : PricingRule;

    /// <summary>No rule can price the history.</summary>
    /// <param name="Reason">Why, one sentence.</param>
    public sealed record Impossible(string Reason) : PricingRule;
}
