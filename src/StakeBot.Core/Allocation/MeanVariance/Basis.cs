namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// One basic variable for each row of A, so that the others may move: x_B = B⁻¹(b − A_N x_N). With the budget as the only row this is
/// the reference asset against which all others are differences. Y_v = B⁻¹a_v; multipliers π with B′π = g_B.
/// </summary>
internal sealed class Basis
{
    private readonly QuadraticProgram _program;
    private readonly double[] _inverse;

    public Basis(QuadraticProgram program, int[] variables)
    {
        _program = program;
        Variables = variables;
        _inverse = new double[variables.Length * variables.Length];
        Invert();
    }

    public int[] Variables { get; }

    public int Count => Variables.Length;

    /// <summary>Y_v = B⁻¹a_v.</summary>
    public void Column(int v, Span<double> y)
    {
        for (int i = 0; i < Count; i++)
        {
            double sum = 0;
            for (int k = 0; k < Count; k++)
                sum += _inverse[i * Count + k] * _program.Rows[k][v];
            y[i] = sum;
        }
    }

    /// <summary>π = B′⁻¹g_B.</summary>
    public void Multipliers(ReadOnlySpan<double> gradient, Span<double> multipliers)
    {
        for (int k = 0; k < Count; k++)
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
                sum += _inverse[i * Count + k] * gradient[Variables[i]];
            multipliers[k] = sum;
        }
    }

    /// <summary>B⁻¹r for right-hand sides r, in place.</summary>
    public void Solve(Span<double> r)
    {
        Span<double> y = stackalloc double[Count];
        for (int i = 0; i < Count; i++)
        {
            for (int k = 0; k < Count; k++)
                y[i] += _inverse[i * Count + k] * r[k];
        }
        y.CopyTo(r);
    }

    public void Replace(int position, int variable)
    {
        Variables[position] = variable;
        Invert();
    }

    private void Invert()
    {
        int m = Count;
        double[,] work = new double[m, 2 * m];
        for (int i = 0; i < m; i++)
        {
            for (int k = 0; k < m; k++)
                work[i, k] = _program.Rows[i][Variables[k]];
            work[i, m + i] = 1;
        }
        for (int c = 0; c < m; c++)
        {
            int pivot = c;
            for (int i = c + 1; i < m; i++)
            {
                if (Math.Abs(work[i, c]) > Math.Abs(work[pivot, c]))
                    pivot = i;
            }
            if (Math.Abs(work[pivot, c]) < 1e-9)
                throw new InvalidOperationException("The basis of the constraint rows is singular.");
            for (int j = 0; j < 2 * m; j++)
                (work[c, j], work[pivot, j]) = (work[pivot, j], work[c, j]);
            for (int i = 0; i < m; i++)
            {
                double factor = i == c ? 0 : work[i, c] / work[c, c];
                for (int j = c; factor != 0 && j < 2 * m; j++)
                    work[i, j] -= factor * work[c, j];
            }
        }
        for (int i = 0; i < m; i++)
        {
            for (int k = 0; k < m; k++)
                _inverse[i * m + k] = work[i, m + k] / work[i, i];
        }
    }
}
