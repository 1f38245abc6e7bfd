using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace StakeBot.Core.Risk;

/// <summary>Quadratic forms of positive semidefinite matrices.</summary>
internal static class Quadratic
{
    private const double RankTolerance = 1e-10;

    // A pivot can exceed the smallest eigenvalue: only well above the tolerance does it prove full rank.
    private const double WellAbove = 1000;

    /// <summary>x′A⁺x with the pseudo-inverse: directions in which A is zero to rounding are left out.</summary>
    public static double Inverse(double[] matrix, double[] vector) => Inverse(matrix, vector, vector);

    /// <summary>x′A⁺y.</summary>
    public static double Inverse(double[] matrix, double[] vector, double[] other)
    {
        if (Triangle(matrix, vector.Length) is { } triangle)
            return TensorPrimitives.Dot<double>(Forward(triangle, vector), Forward(triangle, other));
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

    // A = LL′ (Cholesky), or null where A is singular to rounding: then the eigenvectors say which directions to leave out.
    private static double[]? Triangle(double[] matrix, int size)
    {
        double[] triangle = new double[size * size];
        double largest = 0;
        for (int i = 0; i < size; i++)
            largest = Math.Max(largest, matrix[i * size + i]);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[i * size + j] - TensorPrimitives.Dot<double>(triangle.AsSpan(i * size, j), triangle.AsSpan(j * size, j));
                if (j < i)
                    triangle[i * size + j] = rest / triangle[j * size + j];
                else if (rest > WellAbove * RankTolerance * largest)
                    triangle[i * size + i] = Math.Sqrt(rest);
                else
                    return null;
            }
        }
        return triangle;
    }

    // L⁻¹x.
    private static double[] Forward(double[] triangle, double[] vector)
    {
        double[] solved = new double[vector.Length];
        for (int i = 0; i < solved.Length; i++)
        {
            double rest = vector[i] - TensorPrimitives.Dot<double>(triangle.AsSpan(i * solved.Length, i), solved.AsSpan(0, i));
            solved[i] = rest / triangle[i * solved.Length + i];
        }
        return solved;
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
