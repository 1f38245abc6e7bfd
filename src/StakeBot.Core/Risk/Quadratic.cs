using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace StakeBot.Core.Risk;

/// <summary>Quadratic forms of positive semidefinite matrices.</summary>
internal static class Quadratic
{
    private const double RankTolerance = 1e-10;

    /// <summary>x′A⁺x with the pseudo-inverse: directions in which A is zero to rounding are left out.</summary>
    public static double Inverse(double[] matrix, double[] vector) => Inverse(matrix, vector, vector);

    /// <summary>x′A⁺y.</summary>
    public static double Inverse(double[] matrix, double[] vector, double[] other)
    {
        Matrix<double> a = Matrix<double>.Build.Dense(vector.Length, vector.Length, (i, j) => matrix[i * vector.Length + j]);
        Evd<double> eigen = a.Evd(Symmetricity.Symmetric);
        Vector<double> x = Vector<double>.Build.Dense(vector);
        Vector<double> y = Vector<double>.Build.Dense(other);
        double largest = eigen.EigenValues.Max(value => value.Real);
        double sum = 0;
        for (int k = 0; k < vector.Length; k++)
        {
            double value = eigen.EigenValues[k].Real;
            if (value <= RankTolerance * largest)
                continue;
            Vector<double> direction = eigen.EigenVectors.Column(k);
            sum += direction.DotProduct(x) * direction.DotProduct(y) / value;
        }
        return sum;
    }

    /// <summary>x′Ax.</summary>
    public static double Form(double[] matrix, ReadOnlySpan<double> vector)
    {
        double sum = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            double row = 0;
            for (int j = 0; j < vector.Length; j++)
                row += matrix[i * vector.Length + j] * vector[j];
            sum += vector[i] * row;
        }
        return sum;
    }
}
