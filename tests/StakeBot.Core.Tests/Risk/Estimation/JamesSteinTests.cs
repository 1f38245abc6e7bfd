using StakeBot.Core.Risk.Estimation;

namespace StakeBot.Core.Tests.Risk.Estimation;

public sealed class JamesSteinTests
{
    [Fact]
    public void Means_are_pulled_by_hand()
    {
        // V = 0.02·I, deviations from 0.1: ∓0.3, ∓0.1. Σ d² / 0.02 = 0.2 / 0.02 = 10; (4 − 3) / 10 = 0.1.
        double[] v = Diagonal(0.02, 4);
        (double[] means, double intensity) = JamesStein.Shrink([-0.2, 0, 0.2, 0.4], v);
        Assert.Equal(0.1, intensity, 1e-12);
        Assert.Equal([-0.17, 0.01, 0.19, 0.37], means.Select(mean => Math.Round(mean, 12)));
    }

    [Fact]
    public void Means_that_tell_nothing_become_their_average()
    {
        (double[] means, double intensity) = JamesStein.Shrink([-0.2, 0, 0.2, 0.4], Diagonal(1, 4));
        Assert.Equal(1, intensity);
        Assert.All(means, mean => Assert.Equal(0.1, mean, 1e-15));
        Assert.Equal(1, JamesStein.Shrink([3, 3, 3, 3], Diagonal(1, 4)).Intensity);
    }

    [Fact]
    public void Three_means_are_left_as_they_are()
    {
        (double[] means, double intensity) = JamesStein.Shrink([1, 2, 3], Diagonal(1, 3));
        Assert.Equal(0, intensity);
        Assert.Equal([1, 2, 3], means);
    }

    [Fact]
    public void Shrunk_means_lie_nearer_to_the_truth()
    {
        double[] truth = [.. Enumerable.Range(0, 10).Select(i => 0.1 * i)];
        double before = 0, after = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            double[] seen = [.. Made.Normals(new Random(seed), 10).Select((noise, i) => truth[i] + 0.5 * noise)];
            double[] shrunk = JamesStein.Shrink(seen, Diagonal(0.25, 10)).Means;
            before += seen.Zip(truth, (x, y) => (x - y) * (x - y)).Sum();
            after += shrunk.Zip(truth, (x, y) => (x - y) * (x - y)).Sum();
        }
        Assert.True(after < 0.75 * before, $"{after} of {before}");
    }

    private static double[] Diagonal(double value, int n) => [.. Enumerable.Range(0, n * n).Select(k => k % (n + 1) == 0 ? value : 0)];
}
