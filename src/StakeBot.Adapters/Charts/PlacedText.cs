using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>What a text is for. Labels lie on the data and get a halo.</summary>
internal enum TextRole
{
    Title,
    Badge,
    Footer,
    Axis,
    Label,
    Cell,
}

/// <summary>A text with its place. Tests look at these: no two may touch and none may leave the picture.</summary>
internal sealed record PlacedText(string Text, TextStyle Style, TextRole Role, SKPoint Start, SKRect Box);
