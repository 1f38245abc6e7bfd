namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>Where a variable is.</summary>
internal enum Place : byte
{
    /// <summary>Held at its lower bound.</summary>
    Lower,

    /// <summary>Held at its upper bound.</summary>
    Upper,

    /// <summary>Free to move.</summary>
    Free,
}

/// <summary>A solution with its active set: the held variables at their bounds, the free ones in <see cref="Free"/>.</summary>
internal sealed class ActiveSet(QuadraticProgram program, double[] x, Place[] places, int[] basis)
{
    public QuadraticProgram Program { get; } = program;

    public double[] X { get; } = x;

    public Place[] Places { get; } = places;

    public FreeSet Free { get; } = new(program, new Basis(program, basis));

    public void Hold(int v, bool atUpper)
    {
        Places[v] = atUpper ? Place.Upper : Place.Lower;
        X[v] = atUpper ? Program.Upper[v] : Program.Lower[v];
    }

    /// <summary>Sets the basic variables from the rows, x_B = B⁻¹(b − A_N x_N); what rounding leaves outside a bound is put on it.</summary>
    public void KeepRows()
    {
        Basis basis = Free.Basis;
        Span<double> rest = stackalloc double[basis.Count];
        foreach (int b in basis.Variables)
            X[b] = 0;
        for (int i = 0; i < rest.Length; i++)
            rest[i] = Program.Totals[i] - System.Numerics.Tensors.TensorPrimitives.Dot<double>(Program.Rows[i], X);
        basis.Solve(rest);
        for (int i = 0; i < rest.Length; i++)
            X[basis.Variables[i]] = rest[i];
        foreach (int b in basis.Variables)
            X[b] = Math.Clamp(X[b], Program.Lower[b], Program.Upper[b]);
    }
}
