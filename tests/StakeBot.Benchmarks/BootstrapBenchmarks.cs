using BenchmarkDotNet.Attributes;
using StakeBot.Core.Allocation;
using StakeBot.Core.Risk.Uncertainty;

namespace StakeBot.Benchmarks;

/// <summary>
/// 1,000 stationary-bootstrap resamples of 22 models × 338 rounds, in blocks of 25 rounds on average: for each the covariance, the whole mean–variance
/// frontier and the whole CVaR frontier. Bar: 1 s on 2 cores.
/// </summary>
[MemoryDiagnoser]
public class BootstrapBenchmarks
{
    private const int Resamples = 1000;
    private const double Level = 0.95;

    private readonly ScenarioSet _scenarios = MadeUpScenarios.FirstModels(22, 169);
    private readonly Bounds _bounds = Bounds.LongOnly(22);
    private readonly StationaryBootstrap _bootstrap = new(338, 25, 20261122);

    [Benchmark(Description = "1000 resamples, all cores")]
    public int AllCores()
    {
        int corners = 0;
        Parallel.For(0, Resamples, () => 0, (k, _, sum) => sum + Corners(k), sum => Interlocked.Add(ref corners, sum));
        return corners;
    }

    [Benchmark(Description = "1000 resamples, one core")]
    public int OneCore() => Enumerable.Range(0, Resamples).Sum(Corners);

    private int Corners(int resample)
    {
        int models = _scenarios.Assets;
        int[] rounds = _bootstrap.Draw(resample);
        double[] values = new double[rounds.Length * models];
        for (int t = 0; t < rounds.Length; t++)
            _scenarios.Row(rounds[t]).CopyTo(values.AsSpan(t * models));
        ScenarioSet drawn = new(models, values);
        return Corners(CriticalLine.Trace(SampleMoments.Of(drawn), _bounds)) + Corners(CvarFrontier.Trace(drawn, _bounds, Level));
    }

    private static int Corners(FrontierOutcome outcome) => outcome is FrontierOutcome.Solved(var frontier)
        ? frontier.Corners.Length
        : throw new InvalidOperationException($"A resample has no frontier: {outcome}.");
}
