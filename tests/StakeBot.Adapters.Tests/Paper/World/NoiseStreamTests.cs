using StakeBot.Adapters.Paper.World;

namespace StakeBot.Adapters.Tests.Paper.World;

public sealed class NoiseStreamTests
{
    [Fact]
    public void Bits_are_those_of_the_published_generator()
    {
        NoiseStream noise = new(1234567);

        ulong[] bits = [.. Enumerable.Range(0, 5).Select(noise.Bits)];

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            bits);
    }

    [Fact]
    public void Normal_numbers_have_mean_0_deviation_1_and_no_memory()
    {
        NoiseStream noise = new(42);
        double[] numbers = [.. Enumerable.Range(0, 100_000).Select(noise.Normal)];

        Assert.Equal(0, numbers.Average(), 0.01);
        Assert.Equal(1, Series.Variance(numbers), 0.015);
        Assert.Equal(0, Series.Autocorrelation(numbers, 1), 0.01);
        Assert.InRange(numbers.Count(x => Math.Abs(x) > 2) / 100_000.0, 0.040, 0.050);
    }

    [Fact]
    public void Branches_do_not_resemble_one_another()
    {
        NoiseStream noise = new(42);
        double[] left = [.. Enumerable.Range(0, 10_000).Select(noise.Branch(1).Normal)];
        double[] right = [.. Enumerable.Range(0, 10_000).Select(noise.Branch(2).Normal)];

        Assert.Equal(0, Series.Correlation(left, right), 0.03);
    }

    [Fact]
    public void Uniform_numbers_lie_evenly_between_0_and_1()
    {
        NoiseStream noise = new(7);
        double[] numbers = [.. Enumerable.Range(0, 10_000).Select(noise.Uniform)];

        Assert.All(numbers, x => Assert.InRange(x, 0, 1));
        Assert.Equal(0.1, numbers.Count(x => x < 0.1) / 10_000.0, 0.01);
    }
}
