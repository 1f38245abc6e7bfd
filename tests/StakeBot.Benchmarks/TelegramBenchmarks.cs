using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Telegram;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Bot.People;
using StakeBot.Host;
using StakeBot.Testing.Telegram;

namespace StakeBot.Benchmarks;

/// <summary>
/// A thousand private conversations with ten commands each, thirty-two people at a time who wait for their answer before they type again: the whole program with
/// its durable store over the fake Bot API, without Telegram's own pace. Told beside the time: how long an answer takes, and the memory afterwards.
/// </summary>
[InProcess, WarmupCount(0), IterationCount(3), InvocationCount(1)]
public class TelegramBenchmarks
{
    private const int Chats = 1000;
    private const int AtATime = 32;

    private static readonly string[] Commands = ["/status", "/whoami", "/status", "/models", "/status", "/policy", "/status", "/whoami", "/status", "/status"];

    private readonly ConcurrentDictionary<long, TaskCompletionSource> _waiting = new();
    private readonly ConcurrentBag<double> _waits = [];
    private string _folder = "";
    private FakeTelegram? _telegram;
    private WebApplication? _bot;

    [IterationSetup]
    public void Setup() => StartAsync().GetAwaiter().GetResult();

    [IterationCleanup]
    public void Told()
    {
        double[] waits = [.. _waits.Order()];
        double seconds = waits.Sum() / AtATime / 1000;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"// {waits.Length} answers, about {waits.Length / seconds:0} a second; p50 {waits[waits.Length / 2]:0} ms, p99 {waits[(int)(waits.Length * 0.99)]:0} ms, greatest {waits[^1]:0} ms; {Environment.WorkingSet / 1024 / 1024} MB"));
        _waits.Clear();
        EndAsync().GetAwaiter().GetResult();
    }

    [Benchmark]
    public async Task TenCommandsInAThousandChats()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, Chats), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (number, ct) =>
        {
            FakeUser person = new(10_000 + number, $"Person {number}");
            foreach (string command in Commands)
            {
                TaskCompletionSource answered = _waiting[person.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
                long typed = Stopwatch.GetTimestamp();
                _telegram!.Types(person, command);
                await answered.Task.WaitAsync(TimeSpan.FromMinutes(1), ct);
                _waits.Add(Stopwatch.GetElapsedTime(typed).TotalMilliseconds);
            }
        });
    }

    private async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("stakebot-telegram-").FullName;
        _telegram = await FakeTelegram.StartAsync(null, CancellationToken.None);
        _telegram.Answered = request =>
        {
            if (request.Method is "sendMessage" && _waiting.TryRemove((long)request.Body["chat_id"]!, out TaskCompletionSource? answered))
                answered.SetResult();
        };
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Web:Port"] = "0",
            ["Store:Folder"] = _folder,
            ["Telegram:Token"] = FakeTelegram.Token,
            ["Telegram:ApiBase"] = _telegram.Address,
            ["Telegram:OwnerId"] = "1",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddStakeBot(new DataSource.Simulated()).AddSurfaces();
        builder.Services.Replace(ServiceDescriptor.Singleton<IPeople>(new Everybody())).AddSingleton(new SendPace(TimeProvider.System, unhurried: false));
        _bot = builder.Build();
        await _bot.Services.GetRequiredService<StoreStart>().OpenAsync(CancellationToken.None);
        _bot.MapTelegram();
        await _bot.StartAsync();
    }

    private async Task EndAsync()
    {
        await _bot!.StopAsync();
        await _bot.DisposeAsync();
        await _telegram!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Everybody may read.</summary>
    private sealed class Everybody : IPeople
    {
        public ValueTask<Person> FindAsync(PlatformIdentity identity, CancellationToken ct) => ValueTask.FromResult(new Person(identity, Role.Viewer));

        public Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Member>>([new Member(Member.OwnerId, "the owner", Role.Owner, [])]);
    }
}
