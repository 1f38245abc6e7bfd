using System.Numerics.Tensors;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The scenarios of a CVaR: rows of losses L_t = −r_t′w. D are those above the edge α, a tie is a scenario on it.
/// </summary>
internal sealed class CvarRows : TailRows
{
    // How often the column sums over D are added up afresh.
    private const int RefreshEvery = 64;

    private readonly ScenarioTable _losses;
    private readonly TieRule _rule;
    private readonly double _tail;
    private readonly List<int> _ties = [];
    private readonly List<int> _level = [];
    private readonly double[] _side;
    private readonly double[] _loss;
    private readonly double[] _change;
    private readonly double[] _gap;
    private readonly double[] _gradient;
    private double _edge;
    private int _inTail;
    private int _sinceRefresh;

    /// <param name="losses">The scenarios.</param>
    /// <param name="tail">k, the number of scenarios in the tail, possibly a fraction.</param>
    /// <param name="rule">Breaks ties; the scenarios' items follow the assets'.</param>
    internal CvarRows(ScenarioTable losses, double tail, TieRule rule)
    {
        _losses = losses;
        _tail = tail;
        _rule = rule;
        _side = new double[losses.Count];
        _loss = new double[losses.Count];
        _change = new double[losses.Count];
        _gap = new double[losses.Count];
        _gradient = new double[losses.Assets];
    }

    internal override int Ties => _ties.Count;

    internal override double Mass => 1 / _tail;

    internal override double EdgeMass => (_tail - _inTail) / _tail;

    internal override ReadOnlySpan<double> TailGradient => _gradient;

    internal override ReadOnlySpan<double> Gradient(int tie) => _losses.Row(_ties[tie]);

    internal override double OnEdge(int tie) => 1;

    internal override double Nudge(int tie) => Item(_ties[tie]);

    internal override void Caps(ReadOnlySpan<double> y, double mass, Span<double> caps) => caps[..y.Length].Fill(mass);

    internal override void Repair(Span<double> y) => RepairEdges(y);

    internal override void Start(Holdings holdings, ReadOnlySpan<double> nudge)
    {
        _losses.Combine(holdings.Held, holdings.Weights, _loss);
        int wanted = FractionalTail.Touched(_tail);
        double[] reordered = [.. _loss];
        double edge = FractionalTail.Greatest(reordered, wanted);
        List<(double Nudge, int Scenario)> level = [];
        for (int t = 0; t < _side.Length; t++)
        {
            _side[t] = 1;
            if (_loss[t] > edge + _rule.Loss)
                PutInTail(t);
            else if (_loss[t] >= edge - _rule.Loss)
                level.Add((NudgedLoss(t, nudge), t));
        }
        level.Sort();
        while (_inTail < wanted - 1)
        {
            PutInTail(level[^1].Scenario);
            level.RemoveAt(level.Count - 1);
        }
        AddTie(level[^1].Scenario);
    }

    internal override double Evaluate(Holdings holdings, double edge)
    {
        _edge = edge;
        _losses.Combine(holdings.Held, holdings.Weights, _loss);
        TensorPrimitives.Subtract(_loss, edge, _gap);
        TensorPrimitives.Multiply(_gap, _side, _change);
        if (TensorPrimitives.Max<double>(_change) > Tolerances.Misplaced || TiesAreOff())
        {
            _loss.CopyTo(_change, 0);
            return FractionalTail.Mean(_change, _tail);
        }
        TensorPrimitives.Max(_gap, 0.0, _gap);
        return edge + TensorPrimitives.Sum<double>(_gap) / _tail;
    }

    internal override void Release(int tie, bool up)
    {
        int t = _ties[tie];
        _ties.RemoveAt(tie);
        if (up)
            PutInTail(t);
        else
            _side[t] = 1;
    }

    internal override void Admit(Block block)
    {
        if (block.Kind == BlockKind.Fall)
        {
            _inTail--;
            Axpy.Add(-Mass, _losses.Row(block.Index), _gradient);
        }
        AddTie(block.Index);
        if (++_sinceRefresh >= RefreshEvery)
            Refresh();
    }

    internal override Block FirstBlock(Direction direction, Block assets, WorkingMatrix matrix)
    {
        _losses.Combine(direction.Moving, direction.Weights, _change);
        TensorPrimitives.Subtract(_change, direction.Edge, _change);
        double noRate = Math.Max(Tolerances.NoRate, _rule.Rate * Math.Abs(TensorPrimitives.MaxMagnitude<double>(_change)));
        TensorPrimitives.Multiply(_change, _side, _change);
        TensorPrimitives.Subtract(_loss, _edge, _gap);
        TensorPrimitives.Multiply(_gap, _side, _gap);
        TensorPrimitives.Negate(_gap, _gap);
        double step = RatioTest.FirstStep(_gap, _change, noRate, assets.Step);
        RatioTest.Level(_gap, _change, noRate, step, assets.Step + Tolerances.Weight, _rule.Loss, _level);
        if (_level.Count == 0)
            return assets;
        bool assetTies = assets.Step - step <= Tolerances.Weight;
        if (_level.Count == 1 && !assetTies)
            return BlockOf(_level[0], step, 0);
        return FirstOfLevel(step, assetTies ? assets : Block.Nothing, matrix);
    }

    private Block FirstOfLevel(double step, Block first, WorkingMatrix matrix)
    {
        ReadOnlySpan<double> nudge = matrix.NudgedWeights();
        foreach (int t in _level)
        {
            double gap = _side[t] * (matrix.NudgedEdge - NudgedLoss(t, nudge));
            double tie = gap / _change[t];
            if (first.Kind == BlockKind.None || tie < first.Tie)
                first = BlockOf(t, step, tie);
        }
        return first;
    }

    private bool TiesAreOff()
    {
        foreach (int t in _ties)
        {
            if (Math.Abs(_gap[t]) > Tolerances.Misplaced)
                return true;
        }
        return false;
    }

    private Block BlockOf(int scenario, double step, double tie) =>
        new(step, tie, _side[scenario] > 0 ? BlockKind.Rise : BlockKind.Fall, scenario);

    private double Item(int scenario) => _rule.Of(_losses.Assets + scenario);

    private double NudgedLoss(int scenario, ReadOnlySpan<double> nudge) =>
        TensorPrimitives.Dot(_losses.Row(scenario), nudge) + Item(scenario);

    private void AddTie(int scenario)
    {
        _side[scenario] = 0;
        _ties.Add(scenario);
    }

    private void PutInTail(int scenario)
    {
        _side[scenario] = -1;
        _inTail++;
        Axpy.Add(Mass, _losses.Row(scenario), _gradient);
    }

    private void Refresh()
    {
        _sinceRefresh = 0;
        Array.Clear(_gradient);
        for (int t = 0; t < _side.Length; t++)
        {
            if (_side[t] < 0)
                TensorPrimitives.Add(_losses.Row(t), _gradient, _gradient);
        }
        TensorPrimitives.Multiply(_gradient, Mass, _gradient);
    }
}
