using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// How every chart looks. Sizes are pixels of a 1200 × 800 picture that a phone shows about 400 wide, so a third of it.
/// Colours are those of Okabe and Ito, which people with any common colour blindness tell apart; shapes and dashes repeat what they say.
/// </summary>
internal sealed record ChartTheme
{
    public static ChartTheme Default { get; } = new();

    public int Width { get; init; } = 1200;

    public int Height { get; init; } = 800;

    /// <summary>The distance of the content from the edge.</summary>
    public float Margin { get; init; } = 26;

    public float BorderWidth { get; init; } = 3;

    /// <summary>The smallest text there is: 30 px from the top of a d to the foot of a p.</summary>
    public float TextSize { get; init; } = 30;

    /// <summary>The title's size as long as it fits; it never shrinks below <see cref="TextSize"/>.</summary>
    public float TitleSize { get; init; } = 44;

    public float LineSpacing { get; init; } = 1.24f;

    public float LineWidth { get; init; } = 5;

    public SKColor Paper { get; init; } = new(0xFF, 0xFF, 0xFF);

    public SKColor Border { get; init; } = new(0x8C, 0x8C, 0x8C);

    public SKColor Ink { get; init; } = new(0x18, 0x18, 0x18);

    /// <summary>For what is second in rank: axes, footers.</summary>
    public SKColor QuietInk { get; init; } = new(0x4A, 0x4A, 0x4A);

    public SKColor Grid { get; init; } = new(0xE6, 0xE6, 0xE6);

    public SKColor AxisLine { get; init; } = new(0x8C, 0x8C, 0x8C);

    /// <summary>The watermark, over the data and under the letters.</summary>
    public SKColor Watermark { get; init; } = new(0x00, 0x00, 0x00, 0x17);

    public SKColor Blue { get; init; } = new(0x00, 0x72, 0xB2);

    public SKColor SkyBlue { get; init; } = new(0x56, 0xB4, 0xE9);

    public SKColor Green { get; init; } = new(0x00, 0x9E, 0x73);

    public SKColor Orange { get; init; } = new(0xE6, 0x9F, 0x00);

    public SKColor Vermillion { get; init; } = new(0xD5, 0x5E, 0x00);

    public SKColor Purple { get; init; } = new(0xCC, 0x79, 0xA7);

    /// <summary>Vermillion, darkened until letters in it read well on paper.</summary>
    public SKColor Alarm { get; init; } = new(0xA8, 0x45, 0x00);

    public TextStyle Text => new(TextSize, Bold: false, Ink);

    public TextStyle Quiet => new(TextSize, Bold: false, QuietInk);

    public TextStyle Strong => new(TextSize, Bold: true, Ink);
}
