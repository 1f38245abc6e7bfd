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

    /// <summary><c>means 45 % towards one another (Bayes–Stein), correlations 12 % (Ledoit–Wolf)</c>.</summary>
    public static string Shrunk(WindowMoments moments)
    {
        string means = moments.MeanShrinkage.Count == 1
            ? Figures.Whole(moments.MeanShrinkage[0].Intensity)
            : string.Join(", ", moments.MeanShrinkage.Select(part => $"{part.Tournament} {Figures.Whole(part.Intensity)}"));
        return $"Shrunk for so little history: expected results {means} towards one another (Bayes–Stein), correlations {Figures.Whole(moments.CovarianceShrinkage)} (Ledoit–Wolf).";
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
    public static IEnumerable<string> LeftOut(FundHistory history)
    {
        if (history.LeftOut.Count == 0)
            yield break;
        string named = string.Join("; ", history.LeftOut.Take(NamedAtMost).Select(left => $"{PlainText.Name(left.Model.Name)} ({left.Reason})"));
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
