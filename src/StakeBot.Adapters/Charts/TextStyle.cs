using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>How a text looks. The size is the em square in pixels, which in this font is the height from the top of a d to the foot of a p.</summary>
internal readonly record struct TextStyle(float Size, bool Bold, SKColor Color);
