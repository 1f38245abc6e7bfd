using StakeBot.Bot.Chat;
using StakeBot.Core.Backtesting;

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
        BacktestResult most = comparison.BestTotal;
        yield return most == comparison.Reference
            ? $"Most was gained by {reference}."
            : $"Most was gained by {most.Policy.Name}, {Figures.SignedPercent(most.Total - comparison.Reference.Total)} against {reference}; more risk gains more in a good time.";
        yield return $"± is one standard error. Better or worse than {reference} means: scaled to the same risk, by more than "
            + $"{Figures.Number(comparison.NoiseBelow)} standard errors; everything else is noise.";
    }

    /// <summary>How one result compares with the reference; empty for the reference itself.</summary>
    public static string Against(BacktestComparison comparison, BacktestResult result)
    {
        if (result == comparison.Reference || result.Window.Sharpe is null)
            return "";
        string words = comparison.AgainstReference(result) switch { > 0 => "better than", < 0 => "worse than", 0 => "within noise of" };
        return $", {words} {comparison.Reference.Policy.Name}";
    }

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
