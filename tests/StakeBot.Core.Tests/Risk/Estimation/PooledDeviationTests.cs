using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class PooledDeviationTests
{
    [Fact]
    public void Many_rounds_speak_for_themselves() => Assert.Equal(0.5, PooledDeviation.Of(0.5, 5000, [1, 2, 4]), 0.01);

    [Fact]
    public void Few_rounds_say_little()
    {
        // One degree of freedom: ln s² is ln σ² − 1.27 on average, with variance 4.93; the pool has the weight 0.09 : 1.23.
        double pooled = PooledDeviation.Of(0.5, 2, [1, 4]);
        double share = 0.09 / (0.09 + Math.PI * Math.PI / 2 / 4);
        Assert.Equal(Math.Exp(share * (Math.Log(0.5) + 1.2703628454614782 / 2) + (1 - share) * Math.Log(2)), pooled, 1e-6);
    }

    [Fact]
    public void Without_others_it_is_the_own_one()
    {
        Assert.Equal(0.5, PooledDeviation.Of(0.5, 4, []));
        Assert.Equal(0.5, PooledDeviation.Of(0.5, 4, [0, 0]));
        Assert.Equal(0, PooledDeviation.Of(0, 4, [1]));
    }

    [Fact]
    public void It_is_right_on_average_where_the_own_one_is_too_small()
    {
        double own = 0, pooled = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            double[] x = Made.Normals(new Random(seed), 5);
            double s = MathNet.Numerics.Statistics.Statistics.StandardDeviation(x);
            own += Math.Log(s) / 2000;
            pooled += Math.Log(PooledDeviation.Of(s, 5, [Math.Exp(-0.1), Math.Exp(0.1)])) / 2000;
        }
        Assert.InRange(own, -0.2, -0.1);
        Assert.InRange(pooled, -0.02, 0.02);
    }
}
