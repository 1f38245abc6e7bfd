namespace StakeBot.Adapters.Charts;

/// <summary>From where to where an axis goes.</summary>
internal readonly record struct AxisSpan(double Min, double Max)
{
    public double Width => Max - Min;

    /// <summary>The smallest span with all values.</summary>
    public static AxisSpan Of(IEnumerable<double> values)
    {
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        foreach (double value in values)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        return min <= max ? new(min, max) : throw new ArgumentException("An axis needs at least one value.", nameof(values));
    }

    public bool Contains(double value) => value >= Min && value <= Max;

    public AxisSpan With(AxisSpan other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    public AxisSpan Within(AxisSpan other) => new(Math.Max(Min, other.Min), Math.Min(Max, other.Max));

    /// <summary>Longer at both ends, by shares of its width.</summary>
    public AxisSpan Grown(double below, double above) => new(Min - (below * Width), Max + (above * Width));

    /// <summary>At least as wide as said, around the same middle.</summary>
    public AxisSpan AtLeast(double width) =>
        Width >= width ? this : new(((Min + Max) / 2) - (width / 2), ((Min + Max) / 2) + (width / 2));
}
