namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// The proof that a trace is the frontier. For every edge, at its λ: both its ends attain the lower bound that one set of duals gives, so everything
/// between them does. The first vertex has the greatest return by construction; the last one is checked at the λ where the trace ends.
/// </summary>
internal sealed class EdgeProof(double price)
{
    private double _risk;
    private double _height;
    private double _lambda;
    private double _bound = double.NaN;
    private double _worst;

    /// <summary>The trace is at a vertex with that risk and return. One that did not move away from its predecessor ends no edge.</summary>
    internal void Arrive(double risk, double height)
    {
        bool moved = Math.Abs(_height - height) > Tolerances.Return || Math.Abs(_risk - risk) > Tolerances.Risk;
        if (moved && !double.IsNaN(_bound))
        {
            Check(_risk, _height);
            Check(risk, height);
        }
        (_risk, _height) = (risk, height);
    }

    /// <summary>The trace will leave the vertex at that λ, where the duals prove that bound.</summary>
    internal void Leave(double lambda, double bound) => (_lambda, _bound) = (lambda, bound);

    /// <summary>The trace ends here. The greatest duality gap, relative to the largest number of the data and to 1 + the price of return.</summary>
    internal double End()
    {
        Check(_risk, _height);
        return _worst;
    }

    private void Check(double risk, double height)
    {
        double gap = Math.Abs(risk - _lambda * height - _bound) / (1 + _lambda * price);
        _worst = gap >= _worst || double.IsNaN(gap) ? gap : _worst;
    }
}
