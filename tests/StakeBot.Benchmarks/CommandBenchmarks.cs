using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using StakeBot.Adapters.Charts;
using StakeBot.Adapters.Files;
using StakeBot.Bot;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Benchmarks;

/// <summary>From a typed line to a rendered reply, warm, in process, on 32 models and 355 rounds; with the history estimated already, and anew.</summary>
[MemoryDiagnoser]
public class CommandBenchmarks
{
    private readonly ChangingAccount _account = new();
    private IAnswerer _answerer = null!;
    private int _messages;

    [GlobalSetup]
    public void Setup()
    {
        ServiceCollection services = new();
        services.AddLogging().AddFiles().AddCharts().AddSingleton<INumerai>(_account);
        services.AddBot(new BotMode(ExecutionMode.DryRun), new PricingChoice(null));
        _answerer = services.BuildServiceProvider().GetRequiredService<IAnswerer>();
    }

    [Benchmark(Description = "/status")]
    public Task<Reply> Status() => AskAsync("/status");

    [Benchmark(Description = "/status, data changed")]
    public Task<Reply> StatusAnew()
    {
        _account.Version++;
        return AskAsync("/status");
    }

    [Benchmark(Description = "/frontier with its PNG")]
    public Task<Reply> Frontier() => AskAsync("/frontier");

    [Benchmark(Description = "/frontier with its PNG, data changed")]
    public Task<Reply> FrontierAnew()
    {
        _account.Version++;
        return AskAsync("/frontier");
    }

    [Benchmark(Description = "/risk with its PNG")]
    public Task<Reply> Risk() => AskAsync("/risk");

    [Benchmark(Description = "/backtest with its PNG")]
    public Task<Reply> Backtest() => AskAsync("/backtest");

    private Task<Reply> AskAsync(string line) => _answerer.AnswerAsync(
        new ChatMessage(new ChatAddress("web", "bench"), new PlatformIdentity("web", "bench", "bench"), line, $"{_messages++}"),
        CancellationToken.None);

    /// <summary>The what-if account over a made-up panel; says that it changed when it is told to.</summary>
    private sealed class ChangingAccount : INumerai
    {
        private readonly FileNumerai _account = FileNumerai.WhatIf(
            [MadeUpScores.Panel(models: 32, rounds: 355)],
            _ => TournamentsFile.Load(Path.Combine(AppContext.BaseDirectory, "config", "tournaments.json")).Named("classic-20-legacy")!);

        public long Version { get; set; }

        public Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct) => _account.ReadStakesAsync(ct);

        public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) => _account.ReadScoresAsync(tournament, ct);

        public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => _account.ReadLedgerAsync(ct);

        public Task<long> ReadVersionAsync(CancellationToken ct) => Task.FromResult(Version);
    }
}
