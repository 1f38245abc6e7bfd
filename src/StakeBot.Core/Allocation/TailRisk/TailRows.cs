namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The scenario side of the simplex: which scenarios are in the tail D, and which equations, called ties, hold the vertex in place.
/// A tie says a′w = α (a scenario's loss lies on the edge α of the tail) or a′w = 0 (two peaks are level). Each has a dual y between 0 and a cap;
/// at 0 it lets go downwards (its loss may fall), at the cap upwards.
/// </summary>
internal abstract class TailRows
{
    /// <summary>B: the number of ties.</summary>
    internal abstract int Ties { get; }

    /// <summary>c = 1/k, what each scenario of the tail weighs.</summary>
    internal abstract double Mass { get; }

    /// <summary>1 − c|D|: the weight that is left for the scenarios on the edge.</summary>
    internal abstract double EdgeMass { get; }

    /// <summary>c Σ a over the tail D, one number per asset.</summary>
    internal abstract ReadOnlySpan<double> TailGradient { get; }

    /// <summary>a of a tie, one number per asset.</summary>
    internal abstract ReadOnlySpan<double> Gradient(int tie);

    /// <summary>1 when the tie says a′w = α, 0 when it says a′w = 0.</summary>
    internal abstract double OnEdge(int tie);

    /// <summary>What the perturbation adds to the left side of a tie.</summary>
    internal abstract double Nudge(int tie);

    /// <summary>The caps of the duals y. For their constant part <paramref name="mass"/> is c; for their slopes in λ it is 0.</summary>
    internal abstract void Caps(ReadOnlySpan<double> y, double mass, Span<double> caps);

    /// <summary>Moves duals that rounding has put beyond their limits to the nearest that keep them.</summary>
    internal abstract void Repair(Span<double> y);

    /// <summary>Chooses D and one tie at the first vertex.</summary>
    /// <param name="holdings">The weights.</param>
    /// <param name="nudge">What the perturbation adds to them.</param>
    internal abstract void Start(Holdings holdings, ReadOnlySpan<double> nudge);

    /// <summary>Computes all losses from the weights, afresh, and the risk from the losses.</summary>
    internal abstract double Evaluate(Holdings holdings, double edge);

    /// <summary>Clamps duals to [0, c] and makes them sum to what is left for the edge.</summary>
    protected void RepairEdges(Span<double> y)
    {
        double missing = EdgeMass;
        for (int tie = 0; tie < y.Length; tie++)
        {
            if (OnEdge(tie) == 0)
                continue;
            y[tie] = Math.Clamp(y[tie], 0, EdgeCap(tie));
            missing -= y[tie];
        }
        for (int tie = 0; tie < y.Length; tie++)
        {
            if (OnEdge(tie) == 0)
                continue;
            double repaired = Math.Clamp(y[tie] + missing, 0, EdgeCap(tie));
            missing -= repaired - y[tie];
            y[tie] = repaired;
        }
    }

    /// <summary>The cap of the dual of a tie that says a′w = α.</summary>
    protected virtual double EdgeCap(int tie) => Mass;

    /// <summary>How the left sides a′w − α of all ties change when one of them lets go: that one by ±1, the others hold.</summary>
    internal virtual void ChangeOnRelease(int tie, bool up, Span<double> change)
    {
        change.Clear();
        change[tie] = up ? 1 : -1;
    }

    /// <summary>A tie lets go; its scenario moves to the tail side (<paramref name="up"/>) or to the other.</summary>
    internal abstract void Release(int tie, bool up);

    /// <summary>
    /// The first block along the direction, of the scenarios and of <paramref name="assets"/>, the first one of the weights.
    /// The matrix, asked only when something ties, is still that of the vertex.
    /// </summary>
    internal abstract Block FirstBlock(Direction direction, Block assets, WorkingMatrix matrix);

    /// <summary>A scenario's block becomes a tie, the last one.</summary>
    internal abstract void Admit(Block block);
}
