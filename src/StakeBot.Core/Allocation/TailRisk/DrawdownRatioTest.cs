namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The ratio test over all pairs of a time and an earlier peak, without a list of them. Along a direction every loss X_p − X_t is linear in the step θ, so
/// the greatest excess is convex in θ: from a step that is too long, the pairs that are violated there give a shorter one, until none is (Newton's method
/// from the right; finite). Steps and losses carry their part of the order of the perturbation, which decides among equals.
/// </summary>
internal sealed class DrawdownRatioTest
{
    private const int MostRounds = 10000;

    // Parts of the order of the perturbation that are no further apart than this, relative to their size, are equal.
    private const double NudgeRounding = 1e-9;

    private readonly ScenarioTable _cumulative;
    private readonly TieRule _rule;
    private readonly PeakGroups _peaks;
    private readonly double[] _change;
    private readonly double[] _nudged;
    private readonly int[] _all;

    internal DrawdownRatioTest(ScenarioTable cumulative, TieRule rule, PeakGroups peaks)
    {
        _cumulative = cumulative;
        _rule = rule;
        _peaks = peaks;
        _change = new double[cumulative.Count];
        _nudged = new double[cumulative.Count];
        _all = [.. Enumerable.Range(0, cumulative.Assets)];
    }

    /// <summary>What the perturbation adds to the edge's floor.</summary>
    internal double FloorItem => _rule.Of(_cumulative.Assets + _cumulative.Count);

    /// <summary>What the perturbation adds to the cumulative return at a node.</summary>
    internal double Item(int node) => _rule.Of(_cumulative.Assets + node);

    /// <summary>The part of the path that is of the order of the perturbation.</summary>
    internal double[] NudgedPath(ReadOnlySpan<double> nudge)
    {
        _cumulative.Combine(_all, nudge, _nudged);
        for (int t = 0; t < _nudged.Length; t++)
            _nudged[t] += Item(t);
        return _nudged;
    }

    /// <summary>For every time its greatest loss, against the highest earlier peak.</summary>
    internal List<(double Loss, double Nudge, int Time, int Peak)> Losses(double[] path, double[] nudged)
    {
        List<(double, double, int, int)> losses = [];
        int peak = 0;
        for (int t = 1; t < path.Length; t++)
        {
            losses.Add((path[peak] - path[t], nudged[peak] - nudged[t], t, peak));
            if (Exceeds(path[t] - path[peak], nudged[t] - nudged[peak]))
                peak = t;
        }
        return losses;
    }

    /// <summary>The first block along the direction.</summary>
    internal Block FirstBlock(
        Direction direction, Block assets, WorkingMatrix matrix, double[] path, DrawdownRows.Side[] side, double edge, bool floorHolds)
    {
        _cumulative.Combine(direction.Moving, direction.Weights, _change);
        double[] nudged = NudgedPath(matrix.NudgedWeights());
        Line edgeLine = new(edge, matrix.NudgedEdge, direction.Edge);
        double noRate = Tolerances.NoRate;
        foreach (double change in _change)
            noRate = Math.Max(noRate, _rule.Rate * Math.Abs(change));

        Block first = assets;
        if (!floorHolds)
            Take(ref first, edgeLine - new Line(0, FloorItem, 0), noRate, BlockKind.Floor, 0, -1);
        foreach (int t in _peaks.Assigned)
        {
            if (side[t] == DrawdownRows.Side.Tail)
                Take(ref first, LineOf(_peaks.PeakOf(t)) - LineOf(t) - edgeLine, noRate, BlockKind.Fall, t, -1);
        }
        for (int round = 0; round < MostRounds && !double.IsInfinity(first.Step); round++)
        {
            Block shorter = Shorter(first, side, edgeLine, noRate);
            if (shorter.Kind == BlockKind.None)
                return first;
            first = shorter;
        }
        return double.IsInfinity(first.Step) ? Block.Nothing : first;

        Line LineOf(int node) => new(path[node], nudged[node], _change[node]);

        // The shortest of the steps at which the pairs that are violated after the step `current` close; nothing when none is.
        Block Shorter(Block current, DrawdownRows.Side[] side, Line edgeLine, double noRate)
        {
            Block shortest = Block.Nothing;
            int peak = 0;
            for (int t = 1; t < path.Length; t++)
            {
                if (side[t] == DrawdownRows.Side.Rest)
                    Check(edgeLine - LineOf(peak) + LineOf(t), BlockKind.Rise, t);
                else if (!_peaks.AreLevel(peak, _peaks.PeakOf(t)) && peak != _peaks.PeakOf(t))
                    Check(LineOf(_peaks.PeakOf(t)) - LineOf(peak), BlockKind.Peak, t);
                Line lead = LineOf(t) - LineOf(peak);
                if (Exceeds(lead.At(current.Step), lead.NudgeAt(current.Tie)))
                    peak = t;
            }
            return shortest;

            void Check(Line gap, BlockKind kind, int t)
            {
                double left = gap.At(current.Step);
                if (gap.Rate >= -noRate || !Exceeds(-left, -gap.NudgeAt(current.Tie)))
                    return;
                double step = -left > _rule.Loss ? Math.Min(gap.Closes, current.Step) : current.Step;
                Block block = new(step, gap.Nudge / -gap.Rate, kind, t, peak);
                if (shortest.Kind == BlockKind.None || Precedes(block, shortest))
                    shortest = block;
            }
        }
    }

    private void Take(ref Block first, Line gap, double noRate, BlockKind kind, int index, int peer)
    {
        if (gap.Rate >= -noRate)
            return;
        Block block = new(gap.Value <= _rule.Loss ? 0 : gap.Closes, gap.Nudge / -gap.Rate, kind, index, peer);
        if (first.Kind == BlockKind.None || Precedes(block, first))
            first = block;
    }

    private static bool Precedes(Block one, Block other) =>
        Math.Abs(one.Step - other.Step) <= Tolerances.Weight ? one.Tie < other.Tie : one.Step < other.Step;

    // Whether a difference is positive: beyond rounding, or zero with a positive part of the order of the perturbation.
    private bool Exceeds(double difference, double nudge) =>
        difference > _rule.Loss || (difference >= -_rule.Loss && nudge > NudgeRounding * Math.Max(1, Math.Abs(nudge)));

    /// <summary>A number that is linear in the step: its value at the vertex, the part of it of the order of the perturbation, and its rate.</summary>
    private readonly record struct Line(double Value, double Nudge, double Rate)
    {
        public double Closes => Math.Max(0, Value) / -Rate;

        public static Line operator -(Line a, Line b) => new(a.Value - b.Value, a.Nudge - b.Nudge, a.Rate - b.Rate);

        public static Line operator +(Line a, Line b) => new(a.Value + b.Value, a.Nudge + b.Nudge, a.Rate + b.Rate);

        public double At(double step) => Value + step * Rate;

        public double NudgeAt(double tie) => Nudge + tie * Rate;
    }
}
