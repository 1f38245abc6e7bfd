using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>One pair of bars; the sum of many models has numbers only, or its bars would dwarf all others.</summary>
internal sealed record ContributionRow(string Name, double Weight, double Contribution, string Note, bool HasBars);

/// <summary>The rows of the picture: all models, or the first and one row for the sum of the others.</summary>
internal static class ContributionRows
{
    /// <summary>More would not be readable.</summary>
    public const int Most = 12;

    public static IReadOnlyList<ContributionRow> Of(ContributionPlot plot)
    {
        string limit = PercentText.Of(plot.ModelLimit, DecimalsOf(plot.ModelLimit));
        List<ContributionRow> rows = [];
        int named = plot.Bars.Count <= Most ? plot.Bars.Count : Most - 1;
        foreach (ContributionBar bar in plot.Bars.Take(named))
            rows.Add(new(Wording.Clean(bar.Model, otherwise: "(no name)"), bar.Weight, bar.Contribution, IsOver(bar, plot) ? $"over {limit}" : "", HasBars: true));
        if (named == plot.Bars.Count)
            return rows;
        List<ContributionBar> others = [.. plot.Bars.Skip(named)];
        int over = others.Count(b => IsOver(b, plot));
        rows.Add(new($"and {others.Count} more", others.Sum(b => b.Weight), others.Sum(b => b.Contribution), over == 0 ? "" : $"{over} over", HasBars: false));
        return rows;
    }

    private static bool IsOver(ContributionBar bar, ContributionPlot plot) => bar.OwnLoss > plot.ModelLimit;

    // A limit of 2 % says "2 %", one of 2.5 % says "2.5 %".
    private static int DecimalsOf(double share)
    {
        for (int decimals = 0; decimals < 2; decimals++)
        {
            double scaled = share * 100 * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-9)
                return decimals;
        }
        return 2;
    }
}
