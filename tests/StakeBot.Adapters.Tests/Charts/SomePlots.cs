using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Tests.Charts;

/// <summary>Plots as the features would ask for them.</summary>
internal static class SomePlots
{
    public static PlotFrame Frame(string title, ExecutionMode mode = ExecutionMode.Paper) => new(
        title,
        mode,
        new DateTimeOffset(2026, 11, 22, 14, 5, 0, TimeSpan.Zero),
        "window 24 rounds (about 5 weeks), 346 rounds, about 26 independent");

    public static FrontierPlot Frontier(int models, PlotFrame frame, double? cap = null, bool hasYou = true, bool hasBand = false, int seed = 7)
    {
        SeededMarket market = new(models, seed);
        IReadOnlyList<double[]> line = market.Frontier(cap: 1, points: 30);
        IReadOnlyList<double[]> capped = cap is { } limit ? market.Frontier(limit, points: 30) : [];
        double[] you = [.. market.Names.Select((_, i) => (i % 3) + 1.0)];
        you = [.. you.Select(w => w / you.Sum())];
        List<FrontierPoint> points = PointsOf(market, line);
        return new(
            frame,
            "Risk: standard deviation of a window's result, % of the fund",
            "Return: mean of a window's result, % of the fund",
            points,
            PointsOf(market, capped),
            hasBand ? [.. points.Select((p, i) => (p.Risk * (0.90 - (0.004 * i)), p.Risk * (1.10 + (0.004 * i))))] : [],
            [.. market.Names.Select((name, i) => new RiskReturnPoint(name, market.Risks[i], market.Means[i]))],
            hasYou ? PointOf(market, "You", you) : null,
            PointOf(market, "Least risk", line[0]),
            PointOf(market, "Best ratio", line.MaxBy(w => market.Mean(w) / market.Risk(w))!))
        {
            BandName = "90 % band",
        };
    }

    public static DrawdownPlot Drawdown(PlotFrame frame, int days, int seed, double drift, bool wantsRecovery, double? alertAt)
    {
        Random random = new(seed);
        DateOnly first = new(2025, 11, 20);
        double value = 1;
        double peak = 1;
        List<double> water = [];
        for (int i = 0; i < days; i++)
        {
            double shock = 0.012 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
            bool isBadTime = wantsRecovery ? i > days / 4 && i < days / 2 : i > days * 6 / 10;
            value *= i == 0 ? 1 : 1 + shock + (isBadTime ? -drift : drift);
            peak = Math.Max(peak, value);
            water.Add((value / peak) - 1);
        }
        int trough = water.IndexOf(water.Min());
        int top = water.FindLastIndex(trough, w => w == 0);
        int recovered = water.FindIndex(trough, w => w == 0);
        return new(frame, [.. Enumerable.Range(0, days).Select(first.AddDays)], water, top, trough, recovered < 0 ? null : recovered, alertAt);
    }

    public static ContributionPlot Contributions(int models, PlotFrame frame, bool hasHedge = true, int seed = 3)
    {
        SeededMarket market = new(models, seed);
        Random random = new(seed);
        double[] stakes = [.. market.Names.Select(_ => 0.3 + (random.NextDouble() * random.NextDouble() * 4))];
        double[] risks = [.. market.Names.Select((_, i) => stakes[i] * market.Risks[i] * (hasHedge && i == 2 ? -0.4 : 0.5 + random.NextDouble()))];
        IEnumerable<ContributionBar> bars = market.Names.Select((name, i) => new ContributionBar(
            name, stakes[i] / stakes.Sum(), risks[i] / risks.Sum(), 3.7 * market.Risks[i] * stakes[i] / stakes.Sum()));
        return new(frame, [.. bars.OrderByDescending(b => b.Contribution)], ModelLimit: 0.02);
    }

    public static CorrelationPlot Correlations(int models, PlotFrame frame, bool hasUnknown = false, int seed = 5)
    {
        Random random = new(seed);
        string[] names = new SeededMarket(models, seed).Names;
        double[] loads = [.. names.Select((_, i) => i % 5 == 4 ? -0.6 * random.NextDouble() : 0.4 + (0.55 * random.NextDouble()))];
        double[] values = new double[models * models];
        for (int i = 0; i < values.Length; i++)
        {
            (int row, int column) = (i / models, i % models);
            bool isUnknown = hasUnknown && row != column && (row == models - 2 || column == models - 2) && (row + column) % 2 == 1;
            values[i] = row == column ? 1 : isUnknown ? double.NaN : Math.Min(0.99, (loads[row] * loads[column]) + (row / 4 == column / 4 ? 0.15 : 0));
        }
        return new(frame, names, values);
    }

    public static NavPlot Nav(PlotFrame frame, string[] labels, int days, int seed = 6, double size = 0.012)
    {
        Random random = new(seed);
        double[] common = [.. Enumerable.Range(0, days).Select(_ => size * (random.NextDouble() + random.NextDouble() - 0.97))];
        return new(frame, [.. Enumerable.Range(0, days).Select(new DateOnly(2025, 3, 4).AddDays)], [.. labels.Select((label, i) => Line(label, i == labels.Length - 1))]);

        NavLine Line(string label, bool isMain)
        {
            double value = 1;
            double beta = isMain ? 0.4 : 0.7 + random.NextDouble();
            double[] values = [.. common.Select((move, t) => t == 0 ? 1 : value *= 1 + (beta * move) + (size * 0.4 * (random.NextDouble() - 0.5)))];
            return new(label, values, isMain);
        }
    }

    /// <summary>A fan of rounds that settle day by day.</summary>
    public static SettlementPlot Settlement(PlotFrame frame, int days, double drift = 0.001, double width = 0.006, double worst = 0.01)
    {
        DateOnly today = new(2026, 11, 22);
        return new(frame, [.. Enumerable.Range(0, days).Select(Point)], "bad case (1 in 20)");

        SettlementPoint Point(int t)
        {
            double expected = drift * t, deviation = width * Math.Pow(t, 0.8) / 4;
            return new(
                today.AddDays(t), expected, expected - 2 * deviation, expected + 2 * deviation, expected - 0.7 * deviation, expected + 0.7 * deviation,
                expected - 3 * deviation, expected - 3 * deviation - worst * t);
        }
    }

    private static List<FrontierPoint> PointsOf(SeededMarket market, IReadOnlyList<double[]> portfolios)
    {
        List<FrontierPoint> points = [];
        string held = "";
        for (int i = 0; i < portfolios.Count; i++)
        {
            double[] weights = portfolios[i];
            string holds = string.Concat(weights.Select(w => w > 1e-4 ? '1' : '0'));
            bool isCorner = i == 0 || i == portfolios.Count - 1 || holds != held;
            held = holds;
            points.Add(new(market.Risk(weights), market.Mean(weights), isCorner, Math.Max(0, 1 - weights.Sum())));
        }
        return points;
    }

    private static RiskReturnPoint PointOf(SeededMarket market, string label, double[] weights) => new(label, market.Risk(weights), market.Mean(weights));
}
