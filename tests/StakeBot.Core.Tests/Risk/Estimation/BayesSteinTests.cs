using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class BayesSteinTests
{
    [Fact]
    public void Two_models_equally_well_known_meet_in_the_middle_by_two_thirds()
    {
        // m0 = 2, distance 1 + 1 = 2, phi = 4 / (4 + 2).
        (double[] means, double intensity) = BayesStein.Shrink([1, 3], [1, 0, 0, 1]);

        Assert.Equal(2.0 / 3, intensity, 1e-12);
        Assert.Equal(5.0 / 3, means[0], 1e-12);
        Assert.Equal(7.0 / 3, means[1], 1e-12);
    }

    [Fact]
    public void The_better_known_model_draws_the_other_towards_itself()
    {
        // m0 = (1 + 3/4) / (1 + 1/4) = 1.4, distance 0.16 + 2.56/4 = 0.8, phi = 4 / 4.8.
        (double[] means, double intensity) = BayesStein.Shrink([1, 3], [1, 0, 0, 4]);

        Assert.Equal(5.0 / 6, intensity, 1e-12);
        Assert.Equal(1 + 5.0 / 6 * 0.4, means[0], 1e-12);
        Assert.Equal(3 - 5.0 / 6 * 1.6, means[1], 1e-12);
    }

    [Fact]
    public void A_history_that_tells_models_apart_is_left_alone()
    {
        (double[] means, double intensity) = BayesStein.Shrink([1, 3], [1e-8, 0, 0, 1e-8]);

        Assert.InRange(intensity, 0, 1e-7);
        Assert.Equal(1, means[0], 1e-6);
    }

    [Fact]
    public void A_single_model_and_equal_models_stay_where_they_are()
    {
        Assert.Equal([0.7], BayesStein.Shrink([0.7], [0.1]).Means);
        (double[] means, double intensity) = BayesStein.Shrink([2, 2, 2], [1, 0.5, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 1]);
        Assert.Equal(1, intensity, 1e-12);
        Assert.All(means, mean => Assert.Equal(2, mean, 1e-12));
    }

    [Fact]
    public void Copies_of_a_model_do_no_harm()
    {
        (double[] means, double intensity) = BayesStein.Shrink([1, 1, 3], [1, 1, 0, 1, 1, 0, 0, 0, 1]);

        Assert.InRange(intensity, 0, 1);
        Assert.Equal(means[0], means[1], 1e-12);
        Assert.True(means[0] < means[2]);
    }

    [Fact]
    public void A_short_history_is_pulled_further_than_a_long_one()
    {
        // Distance 2 as above; windows 12 and 4, 8 on average: 4·8 / (4·8 + 2·w).
        (double[] means, double intensity) = BayesStein.Shrink([1, 3], [1, 0, 0, 1], [12, 4]);

        Assert.Equal(2.0 / 3, intensity, 1e-12);
        Assert.Equal(1 + 32.0 / 56, means[0], 1e-12);
        Assert.Equal(3 - 32.0 / 40, means[1], 1e-12);
    }
}
