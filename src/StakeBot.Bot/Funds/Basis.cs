using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;
using StakeBot.Core.Risk;

namespace StakeBot.Bot.Funds;

/// <summary>What an answer's numbers rest on, in words: rounds, windows, what they are worth, the rule, and who is left out.</summary>
internal static class Basis
{
    private const int NamedAtMost = 6;

    /// <summary><c>From 346 resolved rounds (843–1188), worth about 26 independent ones</c>.</summary>
    public static string History(FundHistory history, WindowMoments moments) =>
        $"From {history.Returns.RoundCount} resolved rounds ({history.Returns.FirstRound}–{history.Returns.LastRound}), "
        + $"worth {Figures.About(moments.Effective)} independent ones because neighbours overlap.";

    /// <summary>
    /// Which estimators made the numbers, one line: <c>How: covariance of windows over all overlaps (Newey–West), correlations 12 % and expected results
    /// 45 % towards one another (Ledoit–Wolf, Bayes–Stein); 14 missing entries filled (EM).</c>
    /// </summary>
    public static string How(Fund fund, FundHistory history, WindowMoments moments)
    {
        string means = moments.MeanShrinkage.Count == 1
            ? Figures.Whole(moments.MeanShrinkage[0].Intensity)
            : string.Join(", ", moments.MeanShrinkage.Select(part => $"{part.Tournament} {Figures.Whole(part.Intensity)}"));
        string shrunk = $"How: covariance of windows over all overlaps (Newey–West), correlations {Figures.Whole(moments.CovarianceShrinkage)} towards their mean (Ledoit–Wolf), "
            + $"expected results {means} towards one another (Bayes–Stein)";
        return string.Join("; ", [shrunk, .. Filled(history.FilledEntries), .. Joined(fund, history)]) + ".";
    }

    /// <summary><c>14 missing entries filled (EM)</c>; nothing when there were none.</summary>
    public static IEnumerable<string> Filled(int entries)
    {
        if (entries > 0)
            yield return $"{entries} missing {(entries == 1 ? "entry" : "entries")} filled (EM)";
    }

    /// <summary>Short histories that were told by longer ones, each by name.</summary>
    public static IEnumerable<string> Joined(Fund fund, FundHistory history)
    {
        if (history.Joined.Count == 0)
            yield break;
        string named = string.Join(", ", history.Joined.Take(NamedAtMost).Select(joined =>
            $"{fund.NameOf(joined.Model)} ({joined.Rounds} rounds, {Figures.Whole(joined.Explained)} explained)"));
        int more = history.Joined.Count - NamedAtMost;
        yield return $"joined by regression on {history.Joined[0].Longer} longer histories (Stambaugh 1997): {named}{(more > 0 ? $" and {more} more" : "")}";
    }

    /// <summary>Which models are only watched; nothing when none is.</summary>
    public static IEnumerable<string> Watched(Fund fund)
    {
        if (fund.Watched.Count > 0)
        {
            yield return $"What if: {string.Join(", ", fund.Watched.Select(model => PlainText.Name(model.Name)))} {(fund.Watched.Count == 1 ? "is" : "are")} watched, not yours: "
                + "estimated along and held by nobody here, so figures differ a little from /risk, and never in a proposal.";
        }
        foreach (string note in fund.WatchNotes)
            yield return note;
    }

    /// <summary>The window in words, for each length that occurs.</summary>
    public static string Window(FundHistory history) =>
        string.Join("; ", history.Windows.Select(window => window.Describe()).Distinct());

    /// <summary>One line per tournament: the rule and why this one.</summary>
    public static IEnumerable<string> Pricing(Fund fund)
    {
        foreach (PricedTournament priced in fund.Priced)
        {
            string provisional = priced.ProvisionalRounds == 0 ? "" : $" The newest {priced.ProvisionalRounds} rounds are not final and are left out.";
            yield return $"{priced.Tournament} is priced under {priced.Rule.Name} ({priced.Rule.Describe()}): {priced.Why}.{provisional}";
        }
        foreach (string reason in fund.Unpriced)
            yield return reason;
    }

    /// <summary>Who is left out and why; nothing when nobody is.</summary>
    public static IEnumerable<string> LeftOut(FundHistory history, Fund? fund = null)
    {
        if (history.LeftOut.Count == 0)
            yield break;
        string named = string.Join("; ", history.LeftOut.Take(NamedAtMost).Select(left => $"{fund?.NameOf(left.Model) ?? PlainText.Name(left.Model.Name)} ({left.Reason})"));
        int more = history.LeftOut.Count - NamedAtMost;
        yield return $"Left out: {named}{(more > 0 ? $"; and {more} more (/models)" : "")}.";
    }

    /// <summary>What is around a plot of this fund.</summary>
    public static PlotFrame Frame(string title, Fund fund, ExecutionMode mode) => new(
        title,
        mode,
        fund.Snapshot.TakenAt,
        fund.Moments is { } moments
            ? $"window {Window(fund.History)} · {fund.History.Returns.RoundCount} rounds, {Figures.About(moments.Effective)} independent"
            : "too little history for estimates");
}
