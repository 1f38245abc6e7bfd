using System.Runtime.InteropServices;

namespace StakeBot.Core.Tests.Allocation.TailRisk;

/// <summary>
/// A linear or convex quadratic program for HiGHS, the independent judge: minimise cost′x (+ ½x′Qx) with bounds on columns and rows. Speaks the C interface of the library that
/// comes with Google.OrTools, because the tolerances of OrTools' own front (1e-7) are too coarse to judge with.
/// </summary>
internal sealed class HighsProgram : IDisposable
{
    private const string Library = "libhighs.so.1";
    private const int Optimal = 7;
    private const int RowWise = 2;
    private const int Minimise = 1;
    private const int Triangular = 1;

    private readonly List<double> _cost = [], _columnLower = [], _columnUpper = [], _rowLower = [], _rowUpper = [], _values = [];
    private readonly List<int> _starts = [], _indices = [];
    private readonly List<int> _hessianStarts = [], _hessianRows = [];
    private readonly List<double> _hessianValues = [];
    private nint _highs;

    /// <summary>Adds a column; the result is its index.</summary>
    public int Column(double cost, double lower, double upper)
    {
        _cost.Add(cost);
        _columnLower.Add(lower);
        _columnUpper.Add(upper);
        return _cost.Count - 1;
    }

    /// <summary>Adds a row; the result is its index.</summary>
    public int Row(double lower, double upper, IEnumerable<(int Column, double Value)> entries)
    {
        _starts.Add(_indices.Count);
        foreach ((int column, double value) in entries)
        {
            _indices.Add(column);
            _values.Add(value);
        }
        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        return _rowLower.Count - 1;
    }

    /// <summary>Adds ½x′Qx to the objective, for the first columns; Q is symmetric, row-major.</summary>
    public void Quadratic(double[] matrix, int columns)
    {
        for (int column = 0; column < columns; column++)
        {
            _hessianStarts.Add(_hessianRows.Count);
            for (int row = column; row < columns; row++)
            {
                _hessianRows.Add(row);
                _hessianValues.Add(matrix[row * columns + column]);
            }
        }
    }

    /// <summary>Changes the bounds of a row.</summary>
    public void Bound(int row, double lower, double upper)
    {
        Load();
        Accept(Highs_changeRowBounds(_highs, row, lower, upper));
    }

    /// <summary>The optimal columns.</summary>
    public double[] Solve()
    {
        double[]? columns = TrySolve();
        Assert.NotNull(columns);
        return columns;
    }

    /// <summary>The optimal columns; null where the judge does not find them.</summary>
    public double[]? TrySolve()
    {
        Load();
        if (Highs_run(_highs) is not (0 or 1) || Highs_getModelStatus(_highs) != Optimal)
            return null;
        double[] columns = new double[_cost.Count];
        Accept(Highs_getSolution(_highs, columns, new double[_cost.Count], new double[_rowLower.Count], new double[_rowLower.Count]));
        return columns;
    }

    public void Dispose()
    {
        if (_highs != 0)
            Highs_destroy(_highs);
        _highs = 0;
    }

    private void Load()
    {
        if (_highs != 0)
            return;
        _highs = Highs_create();
        Accept(Highs_setBoolOptionValue(_highs, "output_flag", 0));
        Accept(Highs_setStringOptionValue(_highs, "parallel", "off"));
        Accept(Highs_setDoubleOptionValue(_highs, "primal_feasibility_tolerance", 1e-10));
        Accept(Highs_setDoubleOptionValue(_highs, "dual_feasibility_tolerance", 1e-10));
        Accept(Highs_passLp(
            _highs, _cost.Count, _rowLower.Count, _indices.Count, RowWise, Minimise, 0, [.. _cost], [.. _columnLower], [.. _columnUpper],
            [.. _rowLower], [.. _rowUpper], [.. _starts], [.. _indices], [.. _values]));
        if (_hessianStarts.Count == 0)
            return;
        while (_hessianStarts.Count < _cost.Count)
            _hessianStarts.Add(_hessianRows.Count);
        Accept(Highs_setDoubleOptionValue(_highs, "qp_regularization_value", 0));
        Accept(Highs_setDoubleOptionValue(_highs, "time_limit", 1));
        Accept(Highs_passHessian(
            _highs, _hessianStarts.Count, _hessianRows.Count, Triangular, [.. _hessianStarts], [.. _hessianRows], [.. _hessianValues]));
    }

    // 0 is well, 1 a warning (entries below 1e-9 are taken for 0), −1 an error.
    private static void Accept(int status) => Assert.InRange(status, 0, 1);

    [DllImport(Library)]
    private static extern nint Highs_create();

    [DllImport(Library)]
    private static extern void Highs_destroy(nint highs);

    [DllImport(Library)]
    private static extern int Highs_setBoolOptionValue(nint highs, [MarshalAs(UnmanagedType.LPUTF8Str)] string option, int value);

    [DllImport(Library)]
    private static extern int Highs_setDoubleOptionValue(nint highs, [MarshalAs(UnmanagedType.LPUTF8Str)] string option, double value);

    [DllImport(Library)]
    private static extern int Highs_setStringOptionValue(
        nint highs, [MarshalAs(UnmanagedType.LPUTF8Str)] string option, [MarshalAs(UnmanagedType.LPUTF8Str)] string value);

    [DllImport(Library)]
    private static extern int Highs_passLp(
        nint highs, int columns, int rows, int entries, int format, int sense, double offset, double[] cost, double[] columnLower, double[] columnUpper,
        double[] rowLower, double[] rowUpper, int[] starts, int[] indices, double[] values);

    [DllImport(Library)]
    private static extern int Highs_passHessian(nint highs, int columns, int entries, int format, int[] starts, int[] rows, double[] values);

    [DllImport(Library)]
    private static extern int Highs_changeRowBounds(nint highs, int row, double lower, double upper);

    [DllImport(Library)]
    private static extern int Highs_run(nint highs);

    [DllImport(Library)]
    private static extern int Highs_getModelStatus(nint highs);

    [DllImport(Library)]
    private static extern int Highs_getSolution(nint highs, double[] columns, double[] columnDuals, double[] rows, double[] rowDuals);
}
