using BenchmarkDotNet.Running;

namespace StakeBot.Benchmarks;

internal static class BenchmarkRunner
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(BenchmarkRunner).Assembly).Run(args);
}
