using SkiaSharp;
using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>The columns of the picture of contributions: name, bars, share of the fund, share of the risk, note.</summary>
internal sealed record ContributionColumns(ContributionPlot Plot, SKRect Bars, float NameLeft, float FundRight, float RiskRight, float NoteLeft, float HeadingTop)
{
    private const string NoteHeading = "own loss";
    private const float HighestRow = 115;
    private const float SwatchWidth = 30;
    private const float SwatchGap = 8;

    public static ContributionColumns Of(
        ContributionPlot plot, ChartTheme theme, Sheet sheet, IReadOnlyList<ContributionRow> rows, IReadOnlyList<string> names, float gap)
    {
        float Widest(IEnumerable<string> texts, TextStyle style) => texts.Max(t => sheet.Lettering.Width(t, style));
        float heading = SwatchWidth + SwatchGap;
        float name = Widest(names, theme.Strong);
        float fund = Math.Max(Widest(rows.Select(r => Share(r.Weight)), theme.Text), heading + sheet.Lettering.Width(plot.LightName, theme.Quiet));
        float risk = Math.Max(Widest(rows.Select(r => Share(r.Contribution)), theme.Strong), heading + sheet.Lettering.Width(plot.DarkName, theme.Quiet));
        float note = Widest(rows.Select(r => r.Note), theme.Strong);
        if (note > 0)
            note = Math.Max(note, sheet.Lettering.Width(NoteHeading, theme.Quiet));
        float noteLeft = sheet.Body.Right - note;
        float riskRight = note == 0 ? sheet.Body.Right : noteLeft - gap;
        float fundRight = riskRight - risk - gap;
        float top = sheet.Body.Top + (theme.TextSize * theme.LineSpacing);
        SKRect bars = new(sheet.Body.Left + name + gap, top, fundRight - fund - gap, Math.Min(sheet.Body.Bottom, top + (rows.Count * HighestRow)));
        return new(plot, bars, sheet.Body.Left, fundRight, riskRight, noteLeft, sheet.Body.Top);
    }

    public void WriteHeadings(ChartTheme theme, Sheet sheet, Action<SKCanvas, SKRect, bool> swatch)
    {
        SKRect fund = sheet.Write(Plot.LightName, theme.Quiet, TextRole.Axis, FundRight, HeadingTop, SKTextAlign.Right);
        SKRect risk = sheet.Write(Plot.DarkName, theme.Quiet, TextRole.Axis, RiskRight, HeadingTop, SKTextAlign.Right);
        if (NoteLeft < sheet.Body.Right)
            sheet.Write(NoteHeading, theme.Quiet, TextRole.Axis, NoteLeft, HeadingTop);
        sheet.Mark(canvas => swatch(canvas, Beside(theme, fund), true));
        sheet.Mark(canvas => swatch(canvas, Beside(theme, risk), false));
    }

    public void WriteRow(ChartTheme theme, Sheet sheet, ContributionRow row, string name, float middle)
    {
        float top = middle - (theme.TextSize * 0.45f);
        sheet.Write(name, row.Note.Length > 0 && row.HasBars ? theme.Strong : theme.Text, TextRole.Cell, NameLeft, top);
        sheet.Write(Share(row.Weight), theme.Text, TextRole.Cell, FundRight, top, SKTextAlign.Right);
        sheet.Write(Share(row.Contribution), theme.Strong, TextRole.Cell, RiskRight, top, SKTextAlign.Right);
        sheet.Write(row.Note, theme.Strong with { Color = theme.Alarm }, TextRole.Cell, NoteLeft, top);
    }

    private static string Share(double share) => PercentText.Of(share, 0);

    private static SKRect Beside(ChartTheme theme, SKRect heading) =>
        SKRect.Create(heading.Left - SwatchGap - SwatchWidth, heading.MidY - (theme.TextSize * 0.3f), SwatchWidth, theme.TextSize * 0.6f);
}
