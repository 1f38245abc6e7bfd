using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>A place for a label: its box, and the line back to its point where the two lie apart.</summary>
internal sealed record LabelSpot(SKRect Box, Segment? Leader);
