namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>A solution and its active set: every variable is held at a bound or free.</summary>
internal sealed class ActiveSet
{
    private readonly List<int> _barred = [];
    private readonly double[] _heldAt;

    /// <param name="program">The constraints.</param>
    /// <param name="x">The solution.</param>
    /// <param name="basis">The free variables, one for each row; all others are at a bound.</param>
    public ActiveSet(QuadraticProgram program, double[] x, int[] basis)
    {
        Program = program;
        X = x;
        Free = new FreeSet(program, basis);
        _heldAt = new double[x.Length];
        Watch = new double[x.Length];
        for (int v = 0; v < x.Length; v++)
            Hold(v, atUpper: x[v] >= program.Upper[v]);
        foreach (int v in basis)
            Release(v);
        Free.Basis.KeepRows(x);
    }

    public QuadraticProgram Program { get; }

    /// <summary>x.</summary>
    public double[] X { get; }

    public FreeSet Free { get; }

    /// <summary>The held variables that may be freed: 1 at the lower bound, −1 at the upper, otherwise 0.</summary>
    public double[] Watch { get; }

    /// <summary>1 when held at the lower bound, −1 at the upper, 0 when free.</summary>
    public double HeldAt(int v) => _heldAt[v];

    /// <summary>Puts a variable on its bound, and on watch unless its bounds are one.</summary>
    public void Hold(int v, bool atUpper)
    {
        X[v] = atUpper ? Program.Upper[v] : Program.Lower[v];
        _heldAt[v] = atUpper ? -1 : 1;
        Rewatch(v);
    }

    /// <summary>Marks a variable as free.</summary>
    public void Release(int v) => _heldAt[v] = Watch[v] = 0;

    /// <summary>Takes a held variable off the watch, until <see cref="Unbar"/>.</summary>
    public void Bar(int v)
    {
        Watch[v] = 0;
        _barred.Add(v);
    }

    /// <summary>Watches one variable again, if it is held.</summary>
    public void Rewatch(int v) => Watch[v] = Program.Lower[v] < Program.Upper[v] ? _heldAt[v] : 0;

    /// <summary>Watches all held variables again.</summary>
    public void Unbar()
    {
        foreach (int v in _barred)
            Rewatch(v);
        _barred.Clear();
    }

    /// <summary>x := x + step·move of the free variables (and of one that is being freed), within the bounds and on the rows.</summary>
    public void Move(ReadOnlySpan<double> move, double step, int entering = -1)
    {
        foreach (int v in Free.Members)
            Shift(v, step * move[v]);
        if (entering >= 0)
            Shift(entering, step * move[entering]);
        Free.Basis.KeepRows(X);
    }

    private void Shift(int v, double by) => X[v] = Math.Clamp(X[v] + by, Program.Lower[v], Program.Upper[v]);
}
