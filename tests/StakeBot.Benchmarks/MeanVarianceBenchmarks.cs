using BenchmarkDotNet.Attributes;
using StakeBot.Core.Allocation;
using StakeBot.Testing;

namespace StakeBot.Benchmarks;

/// <summary>The whole exact mean–variance frontier with the covariance given, and the covariance on its own, on the synthetic sets.</summary>
[MemoryDiagnoser]
public class MeanVarianceBenchmarks
{
    private ScenarioSet _scenarios = null!;
    private Moments _moments = null!;
    private Bounds _uncapped = null!;
    private Bounds _capped = null!;

    [Params(22, 200, 500, 1000)]
    public int Models { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _scenarios = new ScenarioSet(Models, SyntheticReturns.Generate(Models));
        _moments = SampleMoments.Of(_scenarios);
        _uncapped = Bounds.LongOnly(Models);
        _capped = Bounds.LongOnly(Models, Math.Max(0.02, 2.0 / Models));
    }

    [Benchmark(Description = "whole frontier")]
    public FrontierOutcome Frontier() => CriticalLine.Trace(_moments, _uncapped);

    [Benchmark(Description = "whole frontier, tight caps")]
    public FrontierOutcome Capped() => CriticalLine.Trace(_moments, _capped);

    [Benchmark(Description = "means and covariance")]
    public Moments Covariance() => SampleMoments.Of(_scenarios);
}
