using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Charts;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Watching.Digests;

namespace StakeBot.Benchmarks.Digests;

/// <summary>
/// The digests of ten thousand funds that are due at one minute, computed side by side on all cores from one reading of the public data: estimates, limits,
/// open rounds, drift and words; and what their pictures take. Told beside the time: the most memory that the process ever had.
/// </summary>
[Config(typeof(Once))]
public class DigestBenchmarks
{
    private const int Pictures = 100;
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly IChartRenderer _charts = new ServiceCollection().AddCharts().BuildServiceProvider().GetRequiredService<IChartRenderer>();
    private ManyFunds _funds = null!;
    private long _letters;

    [IterationSetup]
    public void Setup()
    {
        _funds = new ManyFunds();
        _letters = 0;
    }

    [Benchmark]
    public void TenThousandDigests() => Compute(ManyFunds.Count, new NoCharts(), Monday.AddDays(1));

    [Benchmark]
    public void AHundredDigestsOfAMonday() => Compute(Pictures, _charts, Monday);

    private void Compute(int funds, IChartRenderer charts, DateOnly day)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan worked = process.TotalProcessorTime;
        long began = Stopwatch.GetTimestamp();
        Parallel.For(0, funds, number =>
        {
            Reply reply = DigestReply.Of(ExecutionMode.DryRun, _funds.Report(number), day, isFull: true, [], charts);
            Interlocked.Add(ref _letters, reply.Title.Length + reply.Lines.Sum(line => line.Length));
        });
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"// {funds} digests, {_letters / 1024} KiB of text: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s on {Environment.ProcessorCount} cores, "
                + $"processor time {(process.TotalProcessorTime - worked).TotalSeconds:0.0} s; peak of the working set {process.PeakWorkingSet64 / 1024 / 1024} MB"));
    }
}
