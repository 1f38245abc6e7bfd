namespace StakeBot.Adapters.Charts;

/// <summary>Round places of a percent axis: steps of 1, 2 or 5 times a power of ten, all with the same number of decimals.</summary>
internal static class PercentTicks
{
    private const int MostDecimals = 6;

    public static IReadOnlyList<Tick> Of(AxisSpan span, int most, bool signed)
    {
        double step = Step(span.Width * 100 / most);
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, MostDecimals);
        double from = Math.Ceiling((span.Min * 100 / step) - 1e-9);
        double to = Math.Floor((span.Max * 100 / step) + 1e-9);
        List<Tick> ticks = [];
        for (double i = from; i <= to; i++)
        {
            double share = i * step / 100;
            ticks.Add(new(share, i == 0 ? "0\u00A0%" : PercentText.Of(share, decimals, signed)));
        }
        return ticks;
    }

    private static double Step(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (power * factor >= atLeast * (1 - 1e-9))
                return power * factor;
        }
        return power * 10;
    }
}
