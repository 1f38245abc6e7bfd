using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The parametric simplex for min α + c Σ (L_t(w) − α)⁺ − λ μ′w, 1′w = 1, l ≤ w ≤ u (Ruszczyński and Vanderbei 2003), on a working matrix of k + 1 rows
/// instead of T: k free assets F, k ties B, tail D. It starts at the portfolio of greatest return (λ = ∞), which needs no first phase, lets λ fall, and
/// stops at λ = 0, at the portfolio with the greatest return among those of least risk; portfolios that are worse than that one are never visited.
/// </summary>
internal sealed class TailSimplex
{
    private readonly Holdings _holdings;
    private readonly TailRows _rows;
    private readonly ReturnSlope _slope;
    private readonly TieRule _rule;
    private readonly WorkingMatrix _matrix;
    private readonly Duals _duals;
    private readonly Direction _direction;

    internal TailSimplex(Bounds bounds, TailRows rows, ReturnSlope slope, TieRule rule)
    {
        _holdings = new Holdings(bounds);
        _rows = rows;
        _slope = slope;
        _rule = rule;
        _matrix = new WorkingMatrix(_holdings, rows, rule);
        _duals = new Duals(_holdings, rows, slope);
        _direction = new Direction(bounds.Count);
    }

    /// <summary>The largest relative violation of the optimality conditions, or of the budget, over all vertices.</summary>
    internal double Residual { get; private set; }

    /// <summary>The number of basis changes.</summary>
    internal int Pivots { get; private set; }

    /// <summary>Visits every vertex from the greatest return to the least risk. False: rounding has broken a tie wrongly.</summary>
    internal bool Trace(VertexList vertices, int mostPivots)
    {
        _holdings.FillFromTheTop(_slope.Slope);
        _rows.Start(_holdings, _holdings.StartNudge(_rule));
        EdgeProof proof = new(_slope.Price);
        for (double lambda = double.PositiveInfinity; Pivots < mostPivots; Pivots++)
        {
            if (!_matrix.Build())
                return false;
            double risk = _rows.Evaluate(_holdings, SettleWeights()), height = TensorPrimitives.Dot(_holdings.Weights, _slope.Slope);
            _duals.Solve(_matrix);

            Turn turn = _duals.NextTurn(lambda);
            double next = Math.Max(turn.Lambda, 0);
            if (double.IsFinite(next))
            {
                proof.Arrive(risk, height);
                vertices.Add(_holdings.Weights, risk, height);
                proof.Leave(next, _duals.Bound(next));
            }
            if (turn.Lambda <= _slope.Flat)
            {
                Residual = Math.Max(Residual, proof.End());
                return true;
            }
            if (!Pivot(turn))
                return false;
            lambda = next;
        }
        return false;
    }

    // Solves for the weights and returns α. Where cutting a weight to its bound cuts off more than rounding, the solution is refined first.
    private double SettleWeights()
    {
        ReadOnlySpan<double> vertex = _matrix.Vertex(refined: false);
        if (_holdings.SetFree(vertex[..^1]) > Tolerances.Cut)
        {
            vertex = _matrix.Vertex(refined: true);
            _holdings.SetFree(vertex[..^1]);
        }
        Residual = Math.Max(Residual, Math.Abs(TensorPrimitives.Sum(_holdings.Weights) - 1));
        return vertex[^1];
    }

    private bool Pivot(Turn turn)
    {
        double sign = turn.IsUp ? 1 : -1;
        if (turn.IsAsset)
        {
            _direction.Set(_holdings.Free, _matrix.Entering(turn.Index, sign), turn.Index, sign);
        }
        else
        {
            _direction.Set(_holdings.Free, _matrix.AwayFrom(turn.Index, turn.IsUp), -1, 0);
            _rows.Release(turn.Index, turn.IsUp);
        }
        Block block = _rows.FirstBlock(_direction, _holdings.FirstBlock(_direction, turn, _matrix, _rule), _matrix);
        if (block.Kind == BlockKind.None)
            return false;
        if (block.Kind == BlockKind.Flip)
        {
            _holdings.PutAt(turn.Index, turn.IsUp ? Holdings.Side.Upper : Holdings.Side.Lower);
            return true;
        }
        if (turn.IsAsset)
            _holdings.Release(turn.Index);
        if (block.Kind is BlockKind.Lower or BlockKind.Upper)
            _holdings.PutAt(block.Index, block.Kind == BlockKind.Upper ? Holdings.Side.Upper : Holdings.Side.Lower);
        else
            _rows.Admit(block);
        return true;
    }
}
