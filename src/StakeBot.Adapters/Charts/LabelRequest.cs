using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>A label that looks for a place.</summary>
/// <param name="Text">What it says; a line break makes two lines.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Anchors">The points it may stand at, the best first; a line offers several.</param>
/// <param name="Clearance">How far from the point it stays: the marker's radius and some air.</param>
/// <param name="Sides">Which sides are tried, the best first.</param>
/// <param name="Required">Whether it is placed far away, with a line to its point, rather than left out.</param>
internal sealed record LabelRequest(
    string Text,
    TextStyle Style,
    IReadOnlyList<SKPoint> Anchors,
    float Clearance,
    IReadOnlyList<Side> Sides,
    bool Required)
{
    /// <summary>Whether a line leads back to the point where the label lies apart from it. A note about the whole picture has none.</summary>
    public bool HasLeader { get; init; } = true;
}
