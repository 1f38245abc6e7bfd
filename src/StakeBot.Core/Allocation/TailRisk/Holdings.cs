using System.Runtime.InteropServices;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>The weights w with l ≤ w ≤ u and which of them are free (F), at l or at u.</summary>
internal sealed class Holdings
{
    // Budget left over below this is rounding.
    private const double Rounding = 1e-12;

    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _weights;
    private readonly Side[] _side;
    private readonly double[] _sign;
    private readonly List<int> _free = [];
    private readonly List<int> _held = [];

    internal Holdings(Bounds bounds)
    {
        _lower = [.. bounds.Lower];
        _upper = [.. bounds.Upper];
        _weights = [.. bounds.Lower];
        _side = new Side[bounds.Count];
        _sign = new double[bounds.Count];
        for (int i = 0; i < _sign.Length; i++)
            _sign[i] = IsFixed(i) ? 0 : 1;
    }

    /// <summary>Where an asset stands.</summary>
    internal enum Side : byte
    {
        Lower,
        Upper,
        Free,
    }

    /// <summary>n.</summary>
    internal int Count => _weights.Length;

    /// <summary>w.</summary>
    internal ReadOnlySpan<double> Weights => _weights;

    /// <summary>F, in the order of the columns of the working matrix.</summary>
    internal ReadOnlySpan<int> Free => CollectionsMarshal.AsSpan(_free);

    /// <summary>The assets that may have a weight other than 0.</summary>
    internal ReadOnlySpan<int> Held => CollectionsMarshal.AsSpan(_held);

    /// <summary>l.</summary>
    internal ReadOnlySpan<double> LowerBounds => _lower;

    /// <summary>u.</summary>
    internal ReadOnlySpan<double> UpperBounds => _upper;

    /// <summary>The direction in which an asset's weight may change: 1 at l, −1 at u, 0 where it is free or has no choice.</summary>
    internal ReadOnlySpan<double> Signs => _sign;

    /// <summary>Where the asset stands.</summary>
    internal Side SideOf(int asset) => _side[asset];

    private bool IsFixed(int asset) => _lower[asset] >= _upper[asset];

    /// <summary>The vertex of greatest return: everything at its floor, then filled in descending order of return; the last one filled is free.</summary>
    internal void FillFromTheTop(ReadOnlySpan<double> slope)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        double[] descending = new double[Count];
        for (int i = 0; i < Count; i++)
            descending[i] = -slope[i];
        Array.Sort(descending, order);
        double rest = 1 - _lower.Sum();
        int last = -1;
        foreach (int asset in order)
        {
            if (IsFixed(asset))
                continue;
            if (last >= 0)
            {
                if (rest <= Rounding)
                    break;
                PutAt(last, Side.Upper);
            }
            last = asset;
            _weights[asset] = Math.Min(_upper[asset], _lower[asset] + rest);
            rest -= _upper[asset] - _lower[asset];
        }
        Release(last);
    }

    /// <summary>How the first vertex moves, per ε, when the perturbation is switched on: caps rise, and the one free asset makes room.</summary>
    internal double[] StartNudge(TieRule rule)
    {
        double[] nudge = new double[Count];
        for (int i = 0; i < nudge.Length; i++)
        {
            if (_side[i] != Side.Upper)
                continue;
            nudge[i] = rule.Of(i);
            nudge[_free[0]] -= nudge[i];
        }
        return nudge;
    }

    /// <summary>The first bound that is reached along a direction, by a free asset or by the entering one on its other side.</summary>
    internal Block FirstBlock(Direction direction, Turn turn, WorkingMatrix matrix, TieRule rule)
    {
        Block first = Block.Nothing;
        if (turn.IsAsset)
        {
            double rate = Math.Abs(direction.Weights[turn.Index]);
            first = new Block((_upper[turn.Index] - _lower[turn.Index]) / rate, rule.Of(turn.Index) / rate, BlockKind.Flip, turn.Index);
        }
        double step = first.Step;
        foreach (int i in _free)
            step = Math.Min(step, StepTo(i, direction.Weights[i], rule.Rate));
        if (double.IsInfinity(step))
            return Block.Nothing;
        ReadOnlySpan<double> nudge = default;
        bool alone = first.Step - step > Tolerances.Weight;
        if (alone)
            first = Block.Nothing;
        foreach (int i in _free)
        {
            double rate = direction.Weights[i];
            if (StepTo(i, rate, rule.Rate) - step > Tolerances.Weight)
                continue;
            if (nudge.IsEmpty)
                nudge = matrix.NudgedWeights();
            Block block = rate < 0
                ? new Block(step, nudge[i] / -rate, BlockKind.Lower, i)
                : new Block(step, (rule.Of(i) - nudge[i]) / rate, BlockKind.Upper, i);
            if (block.Tie < first.Tie)
                first = block;
        }
        return first;
    }

    /// <summary>Asset <paramref name="asset"/> joins F as its last column.</summary>
    internal void Release(int asset)
    {
        _side[asset] = Side.Free;
        _sign[asset] = 0;
        _free.Add(asset);
        CollectHeld();
    }

    /// <summary>An asset takes its place at one of its bounds, leaving F if it was there.</summary>
    internal void PutAt(int asset, Side side)
    {
        if (_side[asset] == Side.Free)
            _free.Remove(asset);
        _side[asset] = side;
        _sign[asset] = side == Side.Upper ? -1 : 1;
        _weights[asset] = side == Side.Upper ? _upper[asset] : _lower[asset];
        CollectHeld();
    }

    /// <summary>Takes the free weights, in the order of F, cuts them to their bounds, and returns the most that was cut off.</summary>
    internal double SetFree(ReadOnlySpan<double> weights)
    {
        double cut = 0;
        for (int f = 0; f < _free.Count; f++)
        {
            int asset = _free[f];
            double weight = Math.Clamp(weights[f], _lower[asset], _upper[asset]);
            cut = Math.Max(cut, Math.Abs(weights[f] - weight));
            _weights[asset] = weight;
        }
        return cut;
    }

    /// <summary>The least cost′w of any portfolio within the bounds: everything at its floor, then filled in ascending order of cost.</summary>
    internal double LeastCost(ReadOnlySpan<double> cost)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(cost.ToArray(), order);
        double total = 0, rest = 1;
        for (int i = 0; i < Count; i++)
        {
            total += cost[i] * _lower[i];
            rest -= _lower[i];
        }
        foreach (int asset in order)
        {
            double share = Math.Min(rest, _upper[asset] - _lower[asset]);
            total += cost[asset] * share;
            rest -= share;
        }
        return total;
    }

    private double StepTo(int asset, double rate, double noRate)
    {
        if (Math.Abs(rate) <= noRate)
            return double.PositiveInfinity;
        return (rate < 0 ? _weights[asset] - _lower[asset] : _upper[asset] - _weights[asset]) / Math.Abs(rate);
    }

    private void CollectHeld()
    {
        _held.Clear();
        for (int i = 0; i < _weights.Length; i++)
        {
            if (_side[i] != Side.Lower || _lower[i] != 0)
                _held.Add(i);
        }
    }
}
