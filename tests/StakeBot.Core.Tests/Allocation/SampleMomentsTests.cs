using StakeBot.Core.Allocation;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Allocation;

public sealed class SampleMomentsTests
{
    [Fact]
    public void Three_rounds_of_two_models_by_hand()
    {
        // Means 2 and 3; deviations (−1, 0, 1) and (−2, 3, −1): sums of products 2, 1, 14, divided by T − 1 = 2.
        Moments moments = SampleMoments.Of(new ScenarioSet(2, [1, 1, 2, 6, 3, 2]));

        Assert.Equal([2, 3], moments.Mean);
        Assert.Equal([1, 0.5, 0.5, 7], moments.Covariance);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(7, 13)]
    [InlineData(23, 257)]
    [InlineData(25, 700)]
    [InlineData(60, 300)]
    public void Any_size_is_what_the_definition_says(int models, int rounds)
    {
        double[] returns = SyntheticReturns.Generate(500)[..(models * rounds)];
        Moments moments = SampleMoments.Of(new ScenarioSet(models, returns));

        for (int i = 0; i < models; i++)
        {
            Assert.Equal(Enumerable.Range(0, rounds).Average(t => returns[t * models + i]), moments.Mean[i], 1e-16);
            for (int j = 0; j < models; j++)
            {
                double sum = Enumerable.Range(0, rounds).Sum(t => (returns[t * models + i] - moments.Mean[i]) * (returns[t * models + j] - moments.Mean[j]));
                Assert.Equal(sum / (rounds - 1), moments.Covariance[i * models + j], 1e-17);
            }
        }
    }

    [Fact]
    public void Columns_that_are_copies_get_the_very_same_numbers()
    {
        const int Models = 29, Rounds = 300;
        double[] returns = SyntheticReturns.Generate(200)[..(Models * Rounds)];
        for (int t = 0; t < Rounds; t++)
            returns[t * Models + 27] = returns[t * Models + 3];

        Moments moments = SampleMoments.Of(new ScenarioSet(Models, returns));

        Assert.Equal(moments.Mean[3], moments.Mean[27]);
        for (int j = 0; j < Models; j++)
            Assert.Equal(moments.Covariance[3 * Models + j], moments.Covariance[27 * Models + j]);
    }

    [Fact]
    public void The_covariance_is_symmetric_to_the_last_bit()
    {
        const int Models = 50;
        double[] covariance = SampleMoments.Of(new ScenarioSet(Models, SyntheticReturns.Generate(Models))).Covariance;

        for (int i = 0; i < Models; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.Equal(covariance[i * Models + j], covariance[j * Models + i]);
        }
    }

    [Fact]
    public void One_round_has_no_covariance() => Assert.Throws<ArgumentException>(() => SampleMoments.Of(new ScenarioSet(2, [1, 2])));
}
