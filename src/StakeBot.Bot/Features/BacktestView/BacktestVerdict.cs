using StakeBot.Bot.Chat;
using StakeBot.Core.Backtesting;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Bot.Features.BacktestView;

/// <summary>What the backtests say, in plain words: who did best, and whether that can be told from noise.</summary>
internal static class BacktestVerdict
{
    public static string Title(BacktestStudy.Done study)
    {
        BacktestComparison comparison = study.Comparison;
        if (comparison.BestPerRisk is not { } best)
            return "Nothing was at risk, so nothing can be compared";
        string reference = comparison.Reference.Policy.Name;
        if (!comparison.CanTell)
            return $"{Capital(best.Policy.Name)} looks best, in too few windows to prove anything";
        if (best == comparison.Reference)
            return $"{Capital(reference)} wins: nothing brought more for its risk";
        return comparison.AgainstReference(best) > 0
            ? $"{Capital(best.Policy.Name)} brought more for its risk than {reference}, beyond noise"
            : $"{Capital(best.Policy.Name)} looks best, but {reference} was as good within noise";
    }

    public static IEnumerable<string> Lines(BacktestStudy.Done study)
    {
        BacktestComparison comparison = study.Comparison;
        string reference = comparison.Reference.Policy.Name;
        yield return Most(comparison, reference);
        if (!comparison.CanTell)
        {
            yield return $"{Figures.Number(study.Walk.TestedWindows)} windows without common rounds are too few to tell any of these apart; "
                + $"at least {BacktestComparison.LeastWindows} are needed. ± is one standard error.";
            yield break;
        }
        yield return $"± is one standard error that knows of the overlap. Better or worse than {reference} means per risk, with less than 5 % probability of chance.";
        if (comparison.Luck is { } luck)
            yield return Chosen(luck);
    }

    /// <summary>How one result compares with the reference; empty for the reference itself, and where nothing can be told.</summary>
    public static string Against(BacktestComparison comparison, BacktestResult result)
    {
        if (!comparison.CanTell || result == comparison.Reference || result.Window.Sharpe is null)
            return "";
        string words = comparison.AgainstReference(result) switch { > 0 => "better than", < 0 => "worse than", 0 => "within noise of" };
        return $", {words} {comparison.Reference.Policy.Name}";
    }

    private static string Most(BacktestComparison comparison, string reference)
    {
        BacktestResult most = comparison.BestTotal;
        if (most == comparison.Reference)
            return $"Most was gained by {reference}.";
        HacEstimate difference = comparison.Differences[comparison.Results.ToList().IndexOf(most)];
        string chance = !comparison.CanTell ? "" : difference.PValue < Comparison.Significance ? ", beyond noise" : ", within noise";
        return $"Most was gained by {most.Policy.Name}: {Figures.SignedPercent(difference.Value)} ± {Figures.Percent(difference.Error)} a window against {reference}{chance}.";
    }

    private static string Chosen(SelectionLuck luck)
    {
        string deflated = luck.DeflatedSharpe is { } probability
            ? $"{Capital(luck.Best.Policy.Name)} did better than the luckiest of {luck.Settings} that earn nothing would, with a probability of {Probability(probability)} (deflated Sharpe ratio)"
            : "The rounds are worth too few windows to deflate the best ratio";
        string overfitted = luck.Overfitting is { } split
            ? $"the best in one half of the rounds was no better than the median in the other in {Figures.Whole(split.Probability)} of {split.Splits} splits (probability of overfitting)"
            : "they do not fill enough blocks for a probability of overfitting";
        return $"{luck.Settings} settings were tried. {deflated}; {overfitted}.";
    }

    // A handful of windows never makes anything certain.
    private static string Probability(double probability) => probability switch
    {
        > 0.99 => "more than 99 %",
        < 0.01 => "less than 1 %",
        _ => Figures.Whole(probability),
    };

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
