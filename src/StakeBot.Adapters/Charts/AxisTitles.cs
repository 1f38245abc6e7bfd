using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>The names of the axes, all of them horizontal: on a phone nobody turns his head. The vertical axis has its name on top.</summary>
internal static class AxisTitles
{
    private const float TickGap = 18;

    /// <summary>What is left of the body for the data, beside tick texts and below and above the names.</summary>
    public static SKRect Room(ChartTheme theme, Sheet sheet, IReadOnlyList<Tick> left, bool hasBottomName)
    {
        float line = theme.TextSize * theme.LineSpacing;
        float widest = left.Max(t => sheet.Lettering.Width(t.Text, theme.Quiet));
        float bottom = sheet.Body.Bottom - TickGap - theme.TextSize - (hasBottomName ? line : 0);
        return new(sheet.Body.Left + widest + 14, sheet.Body.Top + line + 10, sheet.Body.Right, bottom);
    }

    /// <summary>The name of the vertical axis, over it.</summary>
    public static void WriteLeft(ChartTheme theme, Sheet sheet, string name)
    {
        string text = sheet.Lettering.CutEnd(name, theme.Quiet, sheet.Body.Width);
        sheet.Write(text, theme.Quiet, TextRole.Axis, sheet.Body.Left, sheet.Body.Top);
    }

    /// <summary>The name of the horizontal axis, under its ticks.</summary>
    public static void WriteBottom(ChartTheme theme, Sheet sheet, SKRect area, string name)
    {
        string text = sheet.Lettering.CutEnd($"{name} →", theme.Quiet, sheet.Body.Width);
        float y = area.Bottom + TickGap + (theme.TextSize * theme.LineSpacing);
        sheet.Write(text, theme.Quiet, TextRole.Axis, sheet.Body.Right, y, SKTextAlign.Right);
    }
}
