using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.RiskBudget;

/// <summary>H = LL′ of a symmetric positive definite matrix, row by row, and solves with it.</summary>
internal sealed class Cholesky(int room)
{
    private readonly double[] _lower = new double[room * room];
    private readonly double[] _work = new double[room];
    private int _size;

    /// <summary>Factors the matrix with the elements given for the rows and columns 0 … size − 1. False: not positive definite.</summary>
    internal bool Factor(int size, Func<int, int, double> element)
    {
        _size = size;
        for (int i = 0; i < size; i++)
        {
            Span<double> row = _lower.AsSpan(i * room, i + 1);
            for (int j = 0; j < i; j++)
                row[j] = (element(i, j) - TensorPrimitives.Dot<double>(row[..j], _lower.AsSpan(j * room, j))) / _lower[j * room + j];
            double square = element(i, i) - TensorPrimitives.Dot<double>(row[..i], row[..i]);
            if (!(square > 0))
                return false;
            row[i] = Math.Sqrt(square);
        }
        return true;
    }

    /// <summary>Replaces b by H⁻¹ b.</summary>
    internal void Solve(Span<double> b)
    {
        Span<double> x = _work.AsSpan(0, _size);
        for (int i = 0; i < _size; i++)
            x[i] = (b[i] - TensorPrimitives.Dot<double>(_lower.AsSpan(i * room, i), x[..i])) / _lower[i * room + i];
        for (int i = _size - 1; i >= 0; i--)
        {
            x[i] /= _lower[i * room + i];
            TensorPrimitives.MultiplyAdd(_lower.AsSpan(i * room, i), -x[i], x[..i], x[..i]);
        }
        x.CopyTo(b);
    }
}
