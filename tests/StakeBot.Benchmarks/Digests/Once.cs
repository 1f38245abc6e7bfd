using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace StakeBot.Benchmarks.Digests;

/// <summary>Once and as it is, in this process: what is measured takes minutes and prints its own figures.</summary>
internal sealed class Once : ManualConfig
{
    public Once() => AddJob(Job.Default
        .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
        .WithWarmupCount(0).WithIterationCount(1).WithInvocationCount(1).WithUnrollFactor(1));
}
