namespace StakeBot.Bot.Ports.Plots;

/// <summary>One model's part in the risk of the fund.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Weight">Its share of the fund, 0–1.</param>
/// <param name="Contribution">Its share of the fund's bad-window loss; the shares sum to 1, a hedge is negative.</param>
/// <param name="OwnLoss">What it alone may cost in a bad window, as a share of the fund: what the two-percent rule looks at.</param>
public sealed record ContributionBar(string Model, double Weight, double Contribution, double OwnLoss);

/// <summary>Where the risk comes from: a pair of bars per model (share of the fund, share of the risk), largest risk first.</summary>
/// <param name="Frame">Title and footer.</param>
/// <param name="Bars">One per model.</param>
/// <param name="ModelLimit">The two-percent rule's limit, as a share of the fund.</param>
public sealed record ContributionPlot(PlotFrame Frame, IReadOnlyList<ContributionBar> Bars, double ModelLimit)
{
    /// <summary>What the light bars are, one word; a plan of changes has <c>now</c>.</summary>
    public string LightName { get; init; } = "fund";

    /// <summary>What the dark bars are, one word; a plan of changes has <c>then</c>.</summary>
    public string DarkName { get; init; } = "risk";
}
