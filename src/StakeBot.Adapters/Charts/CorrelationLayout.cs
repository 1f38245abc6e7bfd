using SkiaSharp;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// Where the heat map and its names go. Rows are named on the left where they are high enough; else on both sides in turn, which
/// names 32 models; beyond that every second or third row. Columns carry the rows' numbers.
/// </summary>
internal sealed record CorrelationLayout(SKRect Cells, int NameEvery, bool HasRightNames, int NumberEvery)
{
    public const float NameGap = 16;
    private const float LongestName = 250;
    private const float WidestCell = 260;
    private const float HighestCell = 180;
    private const float NumberGap = 10;

    public static CorrelationLayout Of(ChartTheme theme, Sheet sheet, IReadOnlyList<string> names)
    {
        int n = names.Count;
        SKRect body = sheet.Body;
        float head = theme.TextSize + NumberGap;
        float cellHeight = Math.Min((body.Height - head) / n, HighestCell);
        bool bothSides = cellHeight < theme.TextSize + 1;
        int nameEvery = bothSides ? (int)Math.Ceiling((theme.TextSize + 1) / (2 * cellHeight)) : 1;
        float nameWidth = names.Max(name => sheet.Lettering.Width(name, theme.Text)) + NameGap;
        float room = body.Width - (nameWidth * (bothSides ? 2 : 1));
        float cellWidth = Math.Min(room / n, WidestCell);
        float left = body.Left + nameWidth + ((room - (cellWidth * n)) / 2);
        float top = body.Top + head + ((body.Height - head - (cellHeight * n)) / 2);
        SKRect cells = SKRect.Create(left, top, cellWidth * n, cellHeight * n);
        return new(cells, nameEvery, bothSides, NumberStep(sheet.Lettering.Width(Number(n), theme.Quiet) + NumberGap, cellWidth));
    }

    /// <summary>A row's name with its number before it, short enough for its column.</summary>
    public static string NameOf(ChartTheme theme, Sheet sheet, string model, int row)
    {
        string number = $"{Number(row + 1)}\u00A0";
        float left = LongestName - sheet.Lettering.Width(number, theme.Text);
        return number + sheet.Lettering.CutMiddle(Wording.Clean(model, otherwise: "(no name)"), theme.Text, left);
    }

    public SKRect Cell(int row, int column, int n)
    {
        float width = Cells.Width / n;
        float height = Cells.Height / n;
        return SKRect.Create(Cells.Left + (column * width), Cells.Top + (row * height), width, height);
    }

    public void WriteNames(ChartTheme theme, Sheet sheet, IReadOnlyList<string> names)
    {
        for (int i = 0; i < names.Count; i += NameEvery)
        {
            SKRect row = Cell(i, 0, names.Count);
            bool isRight = HasRightNames && i / NameEvery % 2 == 1;
            float x = isRight ? Cells.Right + NameGap : Cells.Left - NameGap;
            sheet.Write(names[i], theme.Text, TextRole.Axis, x, row.MidY - (theme.TextSize * 0.45f), isRight ? SKTextAlign.Left : SKTextAlign.Right);
            if (HasRightNames)
                sheet.Mark(canvas => TickAt(theme, canvas, isRight ? Cells.Right : Cells.Left - (NameGap * 0.7f), row.MidY));
        }
        for (int i = NumberEvery; i <= names.Count; i += NumberEvery)
        {
            float middle = Cell(0, i - 1, names.Count).MidX;
            sheet.Write(Number(i), theme.Quiet, TextRole.Axis, middle, Cells.Top - NumberGap - theme.TextSize, SKTextAlign.Center);
        }
    }

    private static void TickAt(ChartTheme theme, SKCanvas canvas, float x, float y)
    {
        using SKPaint paint = new() { Color = theme.AxisLine, StrokeWidth = 2, Style = SKPaintStyle.Stroke };
        canvas.DrawLine(x, y, x + (NameGap * 0.7f), y, paint);
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int NumberStep(float needed, float cellWidth)
    {
        foreach (int step in (ReadOnlySpan<int>)[1, 2, 5, 10, 20, 50])
        {
            if (step * cellWidth >= needed)
                return step;
        }
        return 100;
    }
}
