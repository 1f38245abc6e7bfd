namespace StakeBot.Core.Risk.Estimation;

/// <summary>
/// The sweep operator on a symmetric matrix (Beaton 1964; Goodnight 1979; Little and Rubin, ch. 7): sweeping the observed variables of a covariance
/// leaves the regression of the others on them and the covariance that remains.
/// </summary>
internal sealed class Sweep
{
    // A pivot below this share of its variance is a variable that the ones already swept determine.
    private const double Degenerate = 1e-10;

    private readonly int _size;
    private readonly double[] _matrix;
    private readonly bool[] _swept;

    private Sweep(int size, double[] matrix, bool[] swept)
    {
        _size = size;
        _matrix = matrix;
        _swept = swept;
    }

    /// <summary>Sweeps every variable that the others do not determine.</summary>
    public static Sweep All(double[] covariance, int size)
    {
        Sweep sweep = new(size, (double[])covariance.Clone(), new bool[size]);
        for (int k = 0; k < size; k++)
        {
            if (covariance[k * size + k] > 0 && sweep._matrix[k * size + k] > Degenerate * covariance[k * size + k])
                sweep.Pivot(k, 1);
        }
        return sweep;
    }

    /// <summary>The same with some variables taken back out: those whose expectation is asked for.</summary>
    public Sweep Without(IEnumerable<int> variables)
    {
        Sweep other = new(_size, (double[])_matrix.Clone(), (bool[])_swept.Clone());
        foreach (int k in variables)
        {
            if (other._swept[k])
                other.Pivot(k, -1);
        }
        return other;
    }

    /// <summary>The expectation of a variable given those that are swept, all as deviations from their means.</summary>
    public double Expect(int variable, ReadOnlySpan<double> deviations)
    {
        double sum = 0;
        for (int j = 0; j < _size; j++)
        {
            if (_swept[j])
                sum += _matrix[variable * _size + j] * deviations[j];
        }
        return sum;
    }

    /// <summary>The covariance that two variables keep when the swept ones are known.</summary>
    public double Remaining(int left, int right) => _matrix[left * _size + right];

    // Forward: h_kk = −1/g_kk, h_jk = g_jk/g_kk, h_jl = g_jl − g_jk g_kl/g_kk; back: the sign of h_jk changes.
    private void Pivot(int k, int sign)
    {
        double pivot = _matrix[k * _size + k];
        double[] row = _matrix.AsSpan(k * _size, _size).ToArray();
        for (int j = 0; j < _size; j++)
        {
            double factor = row[j] / pivot;
            if (j == k || factor == 0)
                continue;
            for (int l = 0; l < _size; l++)
                _matrix[j * _size + l] -= factor * row[l];
        }
        for (int j = 0; j < _size; j++)
        {
            _matrix[k * _size + j] = sign * row[j] / pivot;
            _matrix[j * _size + k] = sign * row[j] / pivot;
        }
        _matrix[k * _size + k] = -1 / pivot;
        _swept[k] = sign > 0;
    }
}
