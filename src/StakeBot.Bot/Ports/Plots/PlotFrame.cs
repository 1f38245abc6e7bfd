using StakeBot.Bot.Execution;

namespace StakeBot.Bot.Ports.Plots;

/// <summary>What every plot has around its data.</summary>
/// <param name="Title">The conclusion in words, not the kind of plot.</param>
/// <param name="Mode">Shown as badge in the footer, and as watermark unless live.</param>
/// <param name="DataUntil">The time of the data, UTC.</param>
/// <param name="Basis">What the numbers rest on, for the footer: <c>window 24 rounds (about 5 weeks), 346 rounds, about 26 independent</c>.</param>
public sealed record PlotFrame(string Title, ExecutionMode Mode, DateTimeOffset DataUntil, string Basis);
