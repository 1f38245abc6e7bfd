namespace StakeBot.Core.Allocation.MeanVariance;

/// <summary>The inverse of a small matrix, by Gauss and Jordan with row exchanges.</summary>
internal static class SmallInverse
{
    private const double Singular = 1e-9;

    /// <param name="matrix">Row-major m × m; used up.</param>
    /// <param name="inverse">Where the inverse goes.</param>
    /// <param name="m">The order.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static void Of(Span<double> matrix, Span<double> inverse, int m)
    {
        inverse.Clear();
        for (int i = 0; i < m; i++)
            inverse[i * m + i] = 1;
        for (int c = 0; c < m; c++)
        {
            int pivot = c;
            for (int i = c + 1; i < m; i++)
            {
                if (Math.Abs(matrix[i * m + c]) > Math.Abs(matrix[pivot * m + c]))
                    pivot = i;
            }
            double divisor = matrix[pivot * m + c];
            if (Math.Abs(divisor) < Singular)
                throw new InvalidOperationException("The rows are not independent.");
            Exchange(matrix, c, pivot, m);
            Exchange(inverse, c, pivot, m);
            for (int j = 0; j < m; j++)
            {
                matrix[c * m + j] /= divisor;
                inverse[c * m + j] /= divisor;
            }
            for (int i = 0; i < m; i++)
            {
                double factor = i == c ? 0 : matrix[i * m + c];
                Subtract(matrix, i, c, factor, m);
                Subtract(inverse, i, c, factor, m);
            }
        }
    }

    private static void Exchange(Span<double> matrix, int a, int b, int m)
    {
        for (int j = 0; a != b && j < m; j++)
            (matrix[a * m + j], matrix[b * m + j]) = (matrix[b * m + j], matrix[a * m + j]);
    }

    private static void Subtract(Span<double> matrix, int target, int source, double factor, int m)
    {
        for (int j = 0; factor != 0 && j < m; j++)
            matrix[target * m + j] -= factor * matrix[source * m + j];
    }
}
