using StakeBot.Bot.Commands;
using StakeBot.Core.Allocation;
using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Bot.Features.FrontierView;

/// <summary>What frontier was asked for.</summary>
/// <param name="Measure">What counts as risk.</param>
/// <param name="PerRound">Round by round and unshrunk instead of windows.</param>
/// <param name="Cap">The greatest share of one model; 1 for none.</param>
/// <param name="Models">Only these models; null for all.</param>
/// <param name="WithTable">Whether the data table is shown.</param>
/// <param name="Bands">Whether the bands of the bootstrap are drawn.</param>
/// <param name="Short">What becomes of models with a short history.</param>
internal sealed record FrontierRequest(
    RiskMeasure Measure, bool PerRound, double Cap, IReadOnlyList<string>? Models, bool WithTable, bool Bands, ShortHistories Short)
{
    private static readonly Dictionary<string, RiskMeasure> Measures = new()
    {
        ["variance"] = RiskMeasure.Deviation,
        ["cvar"] = RiskMeasure.Cvar,
        ["cdar"] = RiskMeasure.Cdar,
        ["maxdrawdown"] = RiskMeasure.MaxDrawdown,
    };

    public static IReadOnlyList<OptionSpec> Options { get; } =
    [
        new OptionSpec("measure", OptionKind.Choice, "What counts as risk; without it, variance.") { Choices = [.. Measures.Keys] },
        new OptionSpec("horizon", OptionKind.Choice, "window (the default): everything open at one time; round: single rounds, unshrunk, to compare with other tools.") { Choices = ["window", "round"] },
        new OptionSpec("cap", OptionKind.Percent, "The greatest share of one model; without it, none but the two-percent rule's."),
        new OptionSpec("data", OptionKind.Flag, "Shows the numbers behind the picture."),
        new OptionSpec("bands", OptionKind.Flag, "Draws how uncertain the risks are: 90 % bands from 400 resampled histories. Takes seconds."),
        new OptionSpec("short", OptionKind.Choice, "Models with a short history: leave (the default) them out, or join them by regression on the long ones.") { Choices = ["leave", "join"] },
        new OptionSpec("models", OptionKind.Models, "Only these models; without it, all with enough history."),
    ];

    public static FrontierRequest Of(CommandCall call) => new(
        call.Choice("measure") is { } measure ? Measures[measure] : RiskMeasure.Deviation,
        call.Choice("horizon") == "round",
        call.Percent("cap") ?? 1,
        call.Models("models"),
        call.Flag("data"),
        call.Flag("bands"),
        call.Choice("short") == "join" ? ShortHistories.Join : ShortHistories.LeaveOut);

    /// <summary>Bands are drawn for windows; round by round there is no overlap that they could tell of.</summary>
    public bool WithBands => Bands && !PerRound;

    /// <summary>The measure as the horizontal axis names it.</summary>
    public string RiskName => Measure switch
    {
        RiskMeasure.Deviation => "standard deviation",
        RiskMeasure.Cvar => "mean loss in the worst 1 in 20 (CVaR 95 %)",
        RiskMeasure.Cdar => "mean of the worst 1 in 20 drawdowns (CDaR 95 %)",
        RiskMeasure.MaxDrawdown => "deepest drawdown",
        _ => throw new InvalidOperationException($"Unknown measure {Measure}."),
    };
}
