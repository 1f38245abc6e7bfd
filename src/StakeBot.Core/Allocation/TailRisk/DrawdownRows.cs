using System.Numerics.Tensors;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The rows of a conditional drawdown at risk, for cumulative portfolio returns X_t = C_t′w: one for every pair of a time t and an earlier peak p, with the
/// loss X_p − X_t. There are T²/2 of them and none is ever listed: the ratio test finds the one that matters. D are the times whose drawdown is above the
/// edge α ≥ 0. A tie is a time on the edge, or two level peaks between which drawdowns of the tail may choose (its dual says how much of them goes to the
/// earlier one), or α = 0.
/// </summary>
internal sealed class DrawdownRows : TailRows
{
    private readonly ScenarioTable _cumulative;
    private readonly TieRule _rule;
    private readonly double _tail;
    private readonly PeakGroups _peaks;
    private readonly DrawdownRatioTest _ratioTest;
    private readonly List<Tie> _ties = [];
    private readonly Side[] _side;
    private readonly double[] _path;
    private readonly double[] _drawdown;
    private readonly double[] _nodeMass;
    private readonly double[] _tailGradient;
    private double[] _gradients = [];
    private bool _stale = true;
    private double _edge;
    private int _inTail;

    /// <param name="cumulative">C, T + 1 rows, the first all zero.</param>
    /// <param name="tail">k, the number of drawdowns in the tail; anything below 1 makes it the maximum drawdown.</param>
    /// <param name="rule">Breaks ties.</param>
    internal DrawdownRows(ScenarioTable cumulative, double tail, TieRule rule)
    {
        _cumulative = cumulative;
        _tail = tail;
        _rule = rule;
        int nodes = cumulative.Count;
        _peaks = new PeakGroups(nodes);
        _ratioTest = new DrawdownRatioTest(cumulative, rule, _peaks);
        _side = new Side[nodes];
        _path = new double[nodes];
        _nodeMass = new double[nodes];
        _drawdown = new double[nodes - 1];
        _tailGradient = new double[cumulative.Assets];
    }

    /// <summary>Where a time stands.</summary>
    internal enum Side : byte
    {
        Rest,
        Edge,
        Tail,
    }

    private enum TieKind
    {
        Time,
        Peaks,
        Floor,
    }

    internal override int Ties => _ties.Count;

    internal override double Mass => 1 / _tail;

    internal override double EdgeMass => (_tail - _inTail) / _tail;

    internal override ReadOnlySpan<double> TailGradient
    {
        get
        {
            Refresh();
            return _tailGradient;
        }
    }

    internal override ReadOnlySpan<double> Gradient(int tie)
    {
        Refresh();
        return _gradients.AsSpan(tie * _cumulative.Assets, _cumulative.Assets);
    }

    internal override double OnEdge(int tie) => _ties[tie].Kind == TieKind.Peaks ? 0 : 1;

    internal override double Nudge(int tie)
    {
        (TieKind kind, int node) = _ties[tie];
        return kind switch
        {
            TieKind.Time => _ratioTest.Item(_peaks.PeakOf(node)) - _ratioTest.Item(node),
            TieKind.Peaks => _ratioTest.Item(_peaks.Before(node)) - _ratioTest.Item(node),
            _ => _ratioTest.FloorItem,
        };
    }

    internal override void Caps(ReadOnlySpan<double> y, double mass, Span<double> caps)
    {
        GatherMass(y, mass);
        for (int tie = 0; tie < _ties.Count; tie++)
        {
            (TieKind kind, int node) = _ties[tie];
            caps[tie] = kind switch
            {
                TieKind.Time => mass,
                TieKind.Peaks => _nodeMass[node],
                _ => mass > 0 ? double.PositiveInfinity : 0,
            };
        }
    }

    internal override void Repair(Span<double> y)
    {
        RepairEdges(y);
        GatherMass(y, Mass);
        // From the latest peak to the earliest, since each passes on at most what reaches it.
        foreach (int tie in Enumerable.Range(0, _ties.Count).Where(tie => _ties[tie].Kind == TieKind.Peaks).OrderByDescending(tie => _ties[tie].Node))
        {
            int node = _ties[tie].Node, before = _peaks.Before(node);
            double passed = Math.Clamp(y[tie], 0, _nodeMass[node]);
            _nodeMass[before] += passed - y[tie];
            y[tie] = passed;
        }
    }

    internal override void Start(Holdings holdings, ReadOnlySpan<double> nudge)
    {
        _cumulative.Combine(holdings.Held, holdings.Weights, _path);
        double[] nudged = _ratioTest.NudgedPath(nudge);
        List<(double Loss, double Nudge, int Time, int Peak)> losses = _ratioTest.Losses(_path, nudged);
        int wanted = FractionalTail.Touched(_tail);
        double edge = FractionalTail.Greatest([.. losses.Select(l => l.Loss)], wanted);
        losses = [.. losses.OrderByDescending(l => Math.Abs(l.Loss - edge) <= _rule.Loss ? edge : l.Loss).ThenByDescending(l => l.Nudge)];
        foreach ((double loss, double lossNudge, int time, int peak) in losses)
        {
            if (loss < -_rule.Loss || (loss <= _rule.Loss && lossNudge < _ratioTest.FloorItem))
            {
                _ties.Add(new Tie(TieKind.Floor, 0));
                return;
            }
            _peaks.Assign(time, peak);
            if (_inTail == wanted - 1)
            {
                _side[time] = Side.Edge;
                _ties.Add(new Tie(TieKind.Time, time));
                return;
            }
            _side[time] = Side.Tail;
            _inTail++;
        }
        throw new InvalidOperationException($"{losses.Count} times cannot fill a tail of {wanted}.");
    }

    internal override double Evaluate(Holdings holdings, double edge)
    {
        _edge = edge;
        _cumulative.Combine(holdings.Held, holdings.Weights, _path);
        double peak = _path[0];
        for (int t = 1; t < _path.Length; t++)
        {
            peak = Math.Max(peak, _path[t]);
            _drawdown[t - 1] = peak - _path[t];
        }
        return FractionalTail.Mean(_drawdown, _tail);
    }

    internal override void ChangeOnRelease(int tie, bool up, Span<double> change)
    {
        base.ChangeOnRelease(tie, up, change);
        (TieKind kind, int node) = _ties[tie];
        if (kind != TieKind.Peaks || !up)
            return;
        // The peak alone falls: its successor stays level with its predecessor, and so do the times that fell from it.
        int after = _peaks.After(node);
        for (int other = 0; other < _ties.Count; other++)
        {
            (TieKind otherKind, int otherNode) = _ties[other];
            if ((otherKind == TieKind.Peaks && otherNode == after) || (otherKind == TieKind.Time && _peaks.PeakOf(otherNode) == node))
                change[other] = -1;
        }
    }

    internal override void Release(int tie, bool up)
    {
        (TieKind kind, int node) = _ties[tie];
        _ties.RemoveAt(tie);
        _stale = true;
        switch (kind)
        {
            case TieKind.Time when up:
                _side[node] = Side.Tail;
                _inTail++;
                break;
            case TieKind.Time:
                _side[node] = Side.Rest;
                _peaks.Unassign(node);
                break;
            case TieKind.Peaks when up:
                _peaks.Drop(node);
                break;
            case TieKind.Peaks:
                _peaks.Split(node);
                break;
        }
    }

    internal override Block FirstBlock(Direction direction, Block assets, WorkingMatrix matrix) =>
        _ratioTest.FirstBlock(direction, assets, matrix, _path, _side, _edge, floorHolds: _ties.Exists(tie => tie.Kind == TieKind.Floor));

    internal override void Admit(Block block)
    {
        _stale = true;
        switch (block.Kind)
        {
            case BlockKind.Floor:
                _ties.Add(new Tie(TieKind.Floor, 0));
                break;
            case BlockKind.Peak:
                _ties.Add(new Tie(TieKind.Peaks, _peaks.Join(block.Peer, _peaks.PeakOf(block.Index))));
                break;
            default:
                if (block.Kind == BlockKind.Fall)
                    _inTail--;
                else
                    _peaks.Assign(block.Index, block.Peer);
                _side[block.Index] = Side.Edge;
                _ties.Add(new Tie(TieKind.Time, block.Index));
                break;
        }
    }

    protected override double EdgeCap(int tie) => _ties[tie].Kind == TieKind.Floor ? double.PositiveInfinity : Mass;

    // What reaches each peak: the times that fall from it, and what the later peaks of its group pass on.
    private void GatherMass(ReadOnlySpan<double> y, double mass)
    {
        Array.Clear(_nodeMass);
        foreach (int time in _peaks.Assigned)
        {
            if (_side[time] == Side.Tail)
                _nodeMass[_peaks.PeakOf(time)] += mass;
        }
        for (int tie = 0; tie < _ties.Count; tie++)
        {
            (TieKind kind, int node) = _ties[tie];
            if (kind == TieKind.Time)
                _nodeMass[_peaks.PeakOf(node)] += y[tie];
            else if (kind == TieKind.Peaks)
                _nodeMass[_peaks.Before(node)] += y[tie];
        }
    }

    private void Refresh()
    {
        if (!_stale)
            return;
        _stale = false;
        int n = _cumulative.Assets;
        if (_gradients.Length < _ties.Count * n)
            _gradients = new double[2 * (_ties.Count + 4) * n];
        for (int tie = 0; tie < _ties.Count; tie++)
        {
            (TieKind kind, int node) = _ties[tie];
            Span<double> gradient = _gradients.AsSpan(tie * n, n);
            if (kind == TieKind.Floor)
                gradient.Clear();
            else
                TensorPrimitives.Subtract(_cumulative.Row(kind == TieKind.Time ? _peaks.PeakOf(node) : _peaks.Before(node)), _cumulative.Row(node), gradient);
        }
        Array.Clear(_tailGradient);
        foreach (int time in _peaks.Assigned)
        {
            if (_side[time] != Side.Tail)
                continue;
            Axpy.Add(Mass, _cumulative.Row(_peaks.PeakOf(time)), _tailGradient);
            Axpy.Add(-Mass, _cumulative.Row(time), _tailGradient);
        }
    }

    private readonly record struct Tie(TieKind Kind, int Node);
}
