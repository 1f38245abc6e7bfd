namespace StakeBot.Core.Risk;

/// <summary>How often a window ends below zero, with how little that is known.</summary>
/// <param name="Share">The share of windows in the history that lost, 0–1.</param>
/// <param name="Low">Lower end of the 90 % interval (Wilson 1927) for as many independent windows as the history is worth.</param>
/// <param name="High">Upper end.</param>
public sealed record BurnProbability(double Share, double Low, double High)
{
    private const double Z90 = 1.6448536269514722;

    /// <summary>Counts the windows that lost.</summary>
    /// <param name="windows">Window returns.</param>
    /// <param name="independent">How many independent windows the history is worth: rounds / R. Above 0.</param>
    /// <exception cref="ArgumentException">No windows, one that is no number, or nothing independent.</exception>
    public static BurnProbability Of(IReadOnlyList<double> windows, double independent)
    {
        if (windows.Count == 0)
            throw new ArgumentException("There is no window to count.", nameof(windows));
        if (windows.Any(double.IsNaN))
            throw new ArgumentException("A window without a return cannot be counted.", nameof(windows));
        if (!(independent > 0))
            throw new ArgumentOutOfRangeException(nameof(independent), independent, "A history is worth more than no window.");
        double p = windows.Count(window => window < 0) / (double)windows.Count;
        double z2 = Z90 * Z90 / independent;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Math.Sqrt(p * (1 - p) * z2 + z2 * z2 / 4) / (1 + z2);
        return new BurnProbability(p, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
