namespace StakeBot.Bot.Ports.Plots;

/// <summary>How models move together: a square of correlations from −1 to 1.</summary>
/// <param name="Frame">Title and footer.</param>
/// <param name="Models">The models in the order of rows and columns.</param>
/// <param name="Correlations">Row-major, Models.Count²; NaN where two models have no common history.</param>
public sealed record CorrelationPlot(PlotFrame Frame, IReadOnlyList<string> Models, IReadOnlyList<double> Correlations);
