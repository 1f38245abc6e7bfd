using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.TailRisk;

/// <summary>
/// PA = LU with row exchanges, for the small working matrix that is factored afresh at every vertex; row-major, L with a unit diagonal.
/// Where the pivots spread widely (near copies among the models), solutions are refined with residuals in twice the precision, so that every
/// component of a solution is right to the last digits.
/// </summary>
internal sealed class DenseLu
{
    // Pivots further apart than this call for refinement.
    private const double WideSpread = 1e-5;
    private const int MostRefinements = 4;

    private double[] _matrix = [];
    private double[] _lu = [];
    private double[] _work = [];
    private double[] _target = [];
    private double[] _solution = [];
    private int[] _row = [];
    private int _size;

    /// <summary>Whether solutions are refined. Factoring decides; the caller may insist.</summary>
    internal bool Refines { get; set; }

    /// <summary>Makes room for a matrix of that size and hands out its storage, row-major.</summary>
    internal Span<double> Reserve(int size)
    {
        if (_row.Length < size)
        {
            int room = Math.Max(2 * _row.Length, size + 8);
            (_matrix, _lu) = (new double[room * room], new double[room * room]);
            (_work, _target, _solution, _row) = (new double[room], new double[room], new double[room], new int[room]);
        }
        _size = size;
        return _matrix.AsSpan(0, size * size);
    }

    /// <summary>Factors what was written into the storage. False: singular to working precision.</summary>
    internal bool Factor()
    {
        int m = _size;
        Span<double> lu = _lu.AsSpan(0, m * m);
        _matrix.AsSpan(0, m * m).CopyTo(lu);
        for (int i = 0; i < m; i++)
            _row[i] = i;
        double least = double.PositiveInfinity, greatest = 0;
        for (int k = 0; k < m; k++)
        {
            int best = k;
            double size = Math.Abs(lu[k * m + k]);
            for (int i = k + 1; i < m; i++)
            {
                double candidate = Math.Abs(lu[i * m + k]);
                if (candidate > size)
                    (best, size) = (i, candidate);
            }
            if (!(size > 1e-15))
                return false;
            (least, greatest) = (Math.Min(least, size), Math.Max(greatest, size));
            if (best != k)
                Exchange(lu, k, best);
            Eliminate(lu, k);
        }
        Refines = least < WideSpread * greatest;
        return true;
    }

    /// <summary>Replaces b by the solution of A x = b.</summary>
    internal void Solve(Span<double> b) => Solve(b, transposed: false);

    /// <summary>Replaces b by the solution of A′ x = b.</summary>
    internal void SolveTransposed(Span<double> b) => Solve(b, transposed: true);

    private void Solve(Span<double> b, bool transposed)
    {
        if (!Refines)
        {
            SolveOnce(b, transposed);
            return;
        }
        Span<double> target = _target.AsSpan(0, _size), solution = _solution.AsSpan(0, _size);
        b.CopyTo(target);
        solution.Clear();
        double previous = double.PositiveInfinity;
        for (int pass = 0; pass <= MostRefinements; pass++)
        {
            SolveOnce(b, transposed);
            double correction = Math.Abs(TensorPrimitives.MaxMagnitude<double>(b));
            if (!(correction < previous / 2))
                break;
            previous = correction;
            TensorPrimitives.Add(solution, b, solution);
            Residual(target, solution, transposed, b);
        }
        solution.CopyTo(b);
    }

    private void SolveOnce(Span<double> b, bool transposed)
    {
        int m = _size;
        Span<double> x = _work.AsSpan(0, m);
        if (transposed)
        {
            for (int i = 0; i < m; i++)
            {
                b[i] /= _lu[i * m + i];
                Span<double> rest = b[(i + 1)..m];
                Axpy.Add(-b[i], _lu.AsSpan(i * m + i + 1, m - i - 1), rest);
            }
            for (int i = m - 1; i > 0; i--)
            {
                Span<double> rest = b[..i];
                Axpy.Add(-b[i], _lu.AsSpan(i * m, i), rest);
            }
            for (int i = 0; i < m; i++)
                x[_row[i]] = b[i];
        }
        else
        {
            for (int i = 0; i < m; i++)
                x[i] = b[_row[i]] - TensorPrimitives.Dot(_lu.AsSpan(i * m, i), x[..i]);
            for (int i = m - 1; i >= 0; i--)
                x[i] = (x[i] - TensorPrimitives.Dot(_lu.AsSpan(i * m + i + 1, m - i - 1), x[(i + 1)..])) / _lu[i * m + i];
        }
        x.CopyTo(b);
    }

    // target − A x (or A′ x), each product and sum with its rounding error (Ogita, Rump and Oishi 2005: Dot2).
    private void Residual(ReadOnlySpan<double> target, ReadOnlySpan<double> x, bool transposed, Span<double> residual)
    {
        int m = _size, step = transposed ? m : 1;
        for (int i = 0; i < m; i++)
        {
            double sum = target[i], error = 0;
            int at = transposed ? i : i * m;
            for (int j = 0; j < m; j++, at += step)
            {
                double a = -_matrix[at], product = a * x[j];
                double next = sum + product, kept = next - sum;
                error += sum - (next - kept) + (product - kept) + Math.FusedMultiplyAdd(a, x[j], -product);
                sum = next;
            }
            residual[i] = sum + error;
        }
    }

    private void Exchange(Span<double> lu, int a, int b)
    {
        int m = _size;
        Span<double> first = lu.Slice(a * m, m), second = lu.Slice(b * m, m);
        for (int j = 0; j < m; j++)
            (first[j], second[j]) = (second[j], first[j]);
        (_row[a], _row[b]) = (_row[b], _row[a]);
    }

    private void Eliminate(Span<double> lu, int k)
    {
        int m = _size;
        ReadOnlySpan<double> pivotRow = lu.Slice(k * m + k + 1, m - k - 1);
        double pivot = lu[k * m + k];
        for (int i = k + 1; i < m; i++)
        {
            ref double head = ref lu[i * m + k];
            if (head == 0)
                continue;
            head /= pivot;
            Span<double> rest = lu.Slice(i * m + k + 1, m - k - 1);
            Axpy.Add(-head, pivotRow, rest);
        }
    }
}
