using StakeBot.Core.Allocation.MeanVariance;

namespace StakeBot.Core.Tests.Allocation.MeanVariance;

public sealed class CholeskyFactorTests
{
    // A symmetric, diagonally dominant matrix of any order.
    private static double Entry(int i, int j) => i == j ? 10 + i : 1.0 / (1 + i + j);

    [Fact]
    public void A_system_is_solved()
    {
        // [4 2; 2 5] x = (8, 12) has the solution (1, 2).
        var factor = new CholeskyFactor();
        factor.Append([], 2);
        factor.Append([1], 2);
        double[] x = [8, 12];

        factor.Forward(x);
        factor.Backward(x);

        Assert.Equal(1, x[0], 1e-15);
        Assert.Equal(2, x[1], 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(33)]
    [InlineData(39)]
    public void What_is_taken_out_leaves_the_factor_of_the_rest(int removed)
    {
        CholeskyFactor factor = Factorise(Enumerable.Range(0, 40)), fresh = Factorise(Enumerable.Range(0, 40).Where(i => i != removed));

        factor.Remove(removed);

        double[] x = [.. Enumerable.Range(1, 39).Select(i => Math.Sqrt(i))], y = [.. x];
        factor.Forward(x);
        factor.Backward(x);
        fresh.Forward(y);
        fresh.Backward(y);
        for (int i = 0; i < x.Length; i++)
            Assert.Equal(y[i], x[i], 1e-14);
    }

    private static CholeskyFactor Factorise(IEnumerable<int> indices)
    {
        var factor = new CholeskyFactor();
        var taken = new List<int>();
        foreach (int i in indices)
        {
            double[] y = [.. taken.Select(j => Entry(i, j))];
            factor.Forward(y);
            factor.Append(y, Math.Sqrt(Entry(i, i) - y.Sum(v => v * v)));
            taken.Add(i);
        }
        return factor;
    }
}
