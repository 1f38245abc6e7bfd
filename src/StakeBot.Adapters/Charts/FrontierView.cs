using StakeBot.Bot.Ports.Plots;

namespace StakeBot.Adapters.Charts;

/// <summary>
/// Which part of the plane of risk and return the picture shows. The lines, the present portfolio and the reference points fill it;
/// a model far out does not squash them: it stays outside and is counted.
/// </summary>
internal sealed record FrontierView(AxisSpan Risk, AxisSpan Return, IReadOnlyList<RiskReturnPoint> Inside, int Outside, FrontierPoint? LineLeavesAt)
{
    // How far beyond the lines the picture may grow to take in models and the band, as shares of the lines' span.
    private const double RoomRight = 0.8;
    private const double RoomBelow = 0.7;
    private const double RoomElsewhere = 0.3;
    private const double RoomForBand = 0.15;

    // The line's last piece is cut when it is this much longer than everything else.
    private const double LongestPiece = 2.5;
    private const double LineRoom = 0.4;
    private const double Padding = 0.07;

    // Over the highest point there is room for a name.
    private const double TopPadding = 0.13;

    public static FrontierView Of(FrontierPlot plot)
    {
        List<(double Risk, double Return)> core = References(plot);
        core.AddRange(plot.CappedLine.Select(p => (p.Risk, p.Return)));
        IReadOnlyList<FrontierPoint> shown = ShownLine(plot.Line, core);
        bool isCut = shown.Count > 0 && shown[^1].Risk < plot.Line[^1].Risk;
        core.AddRange(shown.Select(p => (p.Risk, p.Return)));
        AxisSpan risk = AxisSpan.Of(core.Select(p => p.Risk));
        AxisSpan @return = AxisSpan.Of(core.Select(p => p.Return));
        risk = risk.AtLeast(Math.Max(Math.Abs(risk.Max) * 0.25, 1e-4));
        @return = @return.AtLeast(Math.Max(Math.Abs(@return.Max) * 0.25, 1e-4));

        AxisSpan riskRoom = risk.Grown(RoomElsewhere, RoomRight);
        AxisSpan bandRoom = risk.Grown(RoomForBand, RoomForBand);
        AxisSpan returnRoom = @return.Grown(RoomBelow, RoomElsewhere);
        foreach ((double low, double high) in plot.Band.Take(shown.Count))
            risk = risk.With(new AxisSpan(low, high).Within(bandRoom));
        foreach (RiskReturnPoint model in plot.Models.Where(m => riskRoom.Contains(m.Risk) && returnRoom.Contains(m.Return)))
            (risk, @return) = (risk.With(new(model.Risk, model.Risk)), @return.With(new(model.Return, model.Return)));

        risk = risk.Grown(Padding, Padding);
        @return = @return.Grown(Padding, TopPadding);
        List<RiskReturnPoint> inside = [.. plot.Models.Where(m => risk.Contains(m.Risk) && @return.Contains(m.Return))];
        return new(risk, @return, inside, plot.Models.Count - inside.Count, isCut ? shown[^1] : null);
    }

    private static List<(double Risk, double Return)> References(FrontierPlot plot)
    {
        List<(double, double)> points = [(plot.LeastRisk.Risk, plot.LeastRisk.Return)];
        if (plot.You is { } you)
            points.Add((you.Risk, you.Return));
        if (plot.BestRatio is { } best)
            points.Add((best.Risk, best.Return));
        return points;
    }

    // The whole line, or what is left of it when its last piece would squash the rest: that then leaves the picture at its edge.
    private static IReadOnlyList<FrontierPoint> ShownLine(IReadOnlyList<FrontierPoint> line, List<(double Risk, double Return)> core)
    {
        int[] corners = [.. Enumerable.Range(0, line.Count).Where(i => line[i].IsCorner)];
        if (corners.Length < 3 || corners[^1] != line.Count - 1)
            return line;
        List<FrontierPoint> kept = [.. line.Take(corners[^2] + 1)];
        AxisSpan rest = AxisSpan.Of(core.Select(p => p.Risk).Concat(kept.Select(p => p.Risk)));
        if (rest.Width <= 0 || line[^1].Risk - rest.Max <= LongestPiece * rest.Width)
            return line;
        double limit = rest.Max + (LineRoom * rest.Width);
        int beyond = kept.Count;
        while (line[beyond].Risk < limit)
            beyond++;
        (FrontierPoint from, FrontierPoint to) = (line[beyond - 1], line[beyond]);
        double share = (limit - from.Risk) / (to.Risk - from.Risk);
        kept.AddRange(line.Skip(kept.Count).Take(beyond - kept.Count));
        kept.Add(new(limit, from.Return + (share * (to.Return - from.Return)), IsCorner: false, from.Idle));
        return kept;
    }
}
