namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// One basic variable for each row of A, which keeps the row while the others move: x_B = B⁻¹(b − A_N x_N). With the budget as the only
/// row it is the reference asset from which the others are differences. Y_v = B⁻¹a_v; the multipliers π solve B′π = g_B.
/// </summary>
internal sealed class Basis
{
    private readonly QuadraticProgram _program;
    private readonly int[] _members;
    private readonly double[] _inverse;

    /// <param name="program">Gives A.</param>
    /// <param name="members">The first m of these are the basic variables, row by row; the array is shared with its owner.</param>
    public Basis(QuadraticProgram program, int[] members)
    {
        _program = program;
        _members = members;
        _inverse = new double[Count * Count];
        Invert();
    }

    /// <summary>m, the number of rows.</summary>
    public int Count => _program.Rows.Length;

    /// <summary>The basic variables, one for each row.</summary>
    public ReadOnlySpan<int> Variables => _members.AsSpan(0, Count);

    /// <summary>Y_v = B⁻¹a_v.</summary>
    public void Column(int v, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double sum = 0;
            for (int k = 0; k < y.Length; k++)
                sum += _inverse[i * y.Length + k] * _program.Rows[k][v];
            y[i] = sum;
        }
    }

    /// <summary>π = B′⁻¹g_B.</summary>
    public void Multipliers(ReadOnlySpan<double> gradient, Span<double> multipliers)
    {
        for (int k = 0; k < multipliers.Length; k++)
        {
            double sum = 0;
            for (int i = 0; i < multipliers.Length; i++)
                sum += _inverse[i * multipliers.Length + k] * gradient[_members[i]];
            multipliers[k] = sum;
        }
    }

    /// <summary>x_B := B⁻¹(b − A_N x_N); what rounding leaves outside a bound is put on it.</summary>
    public void KeepRows(double[] x)
    {
        Span<double> rest = stackalloc double[Count], solved = stackalloc double[Count];
        foreach (int b in Variables)
            x[b] = 0;
        for (int k = 0; k < rest.Length; k++)
            rest[k] = _program.Totals[k] - System.Numerics.Tensors.TensorPrimitives.Dot<double>(_program.Rows[k], x);
        for (int i = 0; i < rest.Length; i++)
        {
            double sum = 0;
            for (int k = 0; k < rest.Length; k++)
                sum += _inverse[i * rest.Length + k] * rest[k];
            int b = _members[i];
            solved[i] = Math.Clamp(sum, _program.Lower[b], _program.Upper[b]);
        }
        for (int i = 0; i < rest.Length; i++)
            x[_members[i]] = solved[i];
    }

    /// <summary>B⁻¹ afresh.</summary>
    public void Invert()
    {
        int m = Count;
        double[] matrix = new double[m * m];
        for (int i = 0; i < m; i++)
        {
            for (int k = 0; k < m; k++)
                matrix[i * m + k] = _program.Rows[i][_members[k]];
        }
        SmallInverse.Of(matrix, _inverse, m);
    }
}
