using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Σx along a path: carried on by the rate Σx′ that a step needs anyway, and taken from x again every few steps.</summary>
internal sealed class RiskGradient
{
    private const int Steps = 16;

    private readonly ActiveSet _set;
    private readonly int[] _support;
    private int _age;

    public RiskGradient(ActiveSet set)
    {
        _set = set;
        Current = new double[set.Program.Count];
        Rate = new double[set.Program.Count];
        _support = new int[set.Program.Count];
        Retake();
    }

    /// <summary>Σx.</summary>
    public double[] Current { get; }

    /// <summary>Σ·dx/dθ.</summary>
    public double[] Rate { get; }

    /// <summary>Takes Σx from x unless that is what it is already; says whether it did.</summary>
    public bool Refresh()
    {
        if (_age == 0)
            return false;
        Retake();
        return true;
    }

    /// <summary>Takes Σx from x.</summary>
    public void Retake()
    {
        int count = 0;
        for (int v = 0; v < _set.X.Length; v++)
        {
            if (_set.X[v] != 0)
                _support[count++] = v;
        }
        _set.Program.RiskGradient(_set.X, _support.AsSpan(0, count), Current);
        _age = 0;
    }

    /// <summary>Takes the rate from the movement of the free variables.</summary>
    public void Follow(ReadOnlySpan<double> move) => _set.Program.RiskGradient(move, _set.Free.Members, Rate);

    /// <summary>Carries Σx on; a long step, which would cancel digits, has it taken from x.</summary>
    public void Advance(double step)
    {
        double far = step * TensorPrimitives.SumOfMagnitudes<double>(Rate);
        if (++_age >= Steps || far > 8 * TensorPrimitives.SumOfMagnitudes<double>(Current))
            Retake();
        else
            TensorPrimitives.MultiplyAdd(Rate, step, Current, Current);
    }
}
