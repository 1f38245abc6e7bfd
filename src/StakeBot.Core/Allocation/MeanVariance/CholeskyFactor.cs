using System.Numerics.Tensors;

namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>
/// L of the reduced Hessian Z′ΣZ = LL′, kept while variables come and go: a new one appends a row, a leaving one is rotated out (Givens).
/// </summary>
internal sealed class CholeskyFactor
{
    private double[] _rows = [];
    private int _stride;

    public int Order { get; private set; }

    public void Clear() => Order = 0;

    /// <summary>y := L⁻¹y.</summary>
    public void Forward(Span<double> y)
    {
        for (int i = 0; i < Order; i++)
        {
            ReadOnlySpan<double> row = Row(i);
            y[i] = (y[i] - TensorPrimitives.Dot(row[..i], y[..i])) / row[i];
        }
    }

    /// <summary>y := L′⁻¹y.</summary>
    public void Backward(Span<double> y)
    {
        for (int i = Order - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = Row(i);
            y[i] /= row[i];
            Span<double> head = y[..i];
            TensorPrimitives.MultiplyAdd(row[..i], -y[i], head, head);
        }
    }

    /// <summary>Appends the row (y′, pivot) with y = L⁻¹h.</summary>
    public void Append(ReadOnlySpan<double> y, double pivot)
    {
        Reserve(Order + 1);
        Span<double> row = _rows.AsSpan(Order * _stride, Order + 1);
        y[..Order].CopyTo(row);
        row[Order] = pivot;
        Order++;
    }

    /// <summary>Removes row and column p of LL′.</summary>
    public void Remove(int p)
    {
        Span<double> cosine = stackalloc double[Order <= 256 ? Order : 0];
        Span<double> sine = stackalloc double[cosine.Length];
        if (cosine.Length < Order)
        {
            cosine = new double[Order];
            sine = new double[Order];
        }
        for (int i = p + 1; i < Order; i++)
        {
            Span<double> row = _rows.AsSpan(i * _stride, i + 1);
            for (int c = p; c < i - 1; c++)
                (row[c], row[c + 1]) = (cosine[c] * row[c] + sine[c] * row[c + 1], cosine[c] * row[c + 1] - sine[c] * row[c]);
            double length = Math.Sqrt(row[i - 1] * row[i - 1] + row[i] * row[i]);
            (cosine[i - 1], sine[i - 1]) = (row[i - 1] / length, row[i] / length);
            row[i - 1] = length;
            row[..i].CopyTo(_rows.AsSpan((i - 1) * _stride));
        }
        Order--;
    }

    private ReadOnlySpan<double> Row(int i) => _rows.AsSpan(i * _stride, i + 1);

    private void Reserve(int order)
    {
        if (order <= _stride)
            return;
        int stride = Math.Max(16, 2 * _stride);
        double[] rows = new double[stride * stride];
        for (int i = 0; i < Order; i++)
            Row(i).CopyTo(rows.AsSpan(i * stride));
        (_rows, _stride) = (rows, stride);
    }
}
