using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using StakeBot.Testing;

namespace StakeBot.Benchmarks;

internal static class BenchmarkRunner
{
    private static void Main(string[] args) => BenchmarkSwitcher
        .FromAssembly(typeof(BenchmarkRunner).Assembly)
        .Run(args, DefaultConfig.Instance.WithArtifactsPath(Repository.PathOf("artifacts", "benchmarks")));
}
