using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace StakeBot.Benchmarks.Digests;

/// <summary>Once and as it is, in this process: what is measured takes minutes and prints its own figures.</summary>
internal sealed class Once : ManualConfig
{
    public Once() => AddJob(Job.Default
        .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
        .WithStrategy(RunStrategy.ColdStart)
        .WithWarmupCount(0).WithIterationCount(1).WithInvocationCount(1).WithUnrollFactor(1));
}
