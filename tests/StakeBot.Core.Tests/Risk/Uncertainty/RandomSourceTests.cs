using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Core.Tests.Risk.Uncertainty;

public sealed class RandomSourceTests
{
    [Fact]
    public void SplitMix64_gives_its_published_numbers()
    {
        ulong state = 1234567;
        ulong[] numbers = [.. Enumerable.Range(0, 5).Select(_ => RandomSource.SplitMix(ref state))];
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], numbers);
    }

    [Fact]
    public void Xoshiro_gives_its_published_numbers()
    {
        RandomSource random = RandomSource.OfState(1, 2, 3, 4);
        ulong[] numbers = [.. Enumerable.Range(0, 6).Select(_ => random.NextBits())];
        Assert.Equal([11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600], numbers);
    }

    [Fact]
    public void A_seed_and_an_index_say_everything()
    {
        Assert.Equal(Five(RandomSource.Of(7, 3)), Five(RandomSource.Of(7, 3)));
        Assert.NotEqual(Five(RandomSource.Of(7, 3)), Five(RandomSource.Of(7, 4)));
        Assert.NotEqual(Five(RandomSource.Of(7, 3)), Five(RandomSource.Of(8, 3)));
        Assert.NotEqual(Five(RandomSource.Of(3, 7)), Five(RandomSource.Of(7, 3)));
    }

    [Fact]
    public void Numbers_of_all_indices_are_uniform_together()
    {
        // Means of 20,000 uniforms: 0.5 ± 0.002 (one standard error), of their squares 1/3 ± 0.0021.
        double[] first = [.. Enumerable.Range(0, 20_000).Select(index => RandomSource.Of(1, index).NextDouble())];
        Assert.Equal(0.5, first.Average(), 0.008);
        Assert.Equal(1 / 3.0, first.Average(x => x * x), 0.0085);
        Assert.Equal(0.25, first.Zip(first.Skip(1), (x, y) => x * y).Average(), 0.008);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Indices_are_all_equally_likely(int count)
    {
        RandomSource random = RandomSource.Of(2);
        int[] counts = new int[count];
        for (int k = 0; k < 100 * count; k++)
            counts[random.NextIndex(count)]++;

        // Chi-square, count − 1 degrees of freedom: mean count − 1, deviation √(2(count − 1)).
        double chi = counts.Sum(c => (c - 100.0) * (c - 100.0) / 100);
        Assert.InRange(chi, 0, count - 1 + 5 * Math.Sqrt(2 * count));
    }

    [Fact]
    public void Nothing_to_choose_from_is_a_mistake() => Assert.Throws<ArgumentOutOfRangeException>(() => RandomSource.Of(1).NextIndex(0));

    private static ulong[] Five(RandomSource random) => [.. Enumerable.Range(0, 5).Select(_ => random.NextBits())];
}
