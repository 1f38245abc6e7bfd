using System.Diagnostics;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Interactions;
using StakeBot.Adapters.Discord.Rendering;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Commands.Completion;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Testing;

namespace StakeBot.Benchmarks;

/// <summary>
/// A thousand interactions come in within a second, from fifty people: slash commands that are acknowledged first, ones that are answered, presses, suggestions.
/// The REST interface answers after 20 ms. Told beside the time: how long after its receipt an interaction is acknowledged.
/// </summary>
[InProcess, WarmupCount(1), IterationCount(5), InvocationCount(1)]
public class DiscordBenchmarks : IDisposable
{
    private const int Interactions = 1000;
    private const int People = 50;

    private Benchmarked? _discord;
    private int _lastId;

    [IterationSetup]
    public void Setup()
    {
        Dispose();
        _discord = new Benchmarked();
    }

    public void Dispose()
    {
        _discord?.Dispose();
        _discord = null;
        GC.SuppressFinalize(this);
    }

    [IterationCleanup]
    public void Told()
    {
        double[] waits = [.. _discord!.Waits.Order()];
        Console.WriteLine($"// to acknowledgement: p50 {waits[waits.Length / 2]:0.0} ms, p99 {waits[(int)(waits.Length * 0.99)]:0.0} ms, greatest {waits[^1]:0.0} ms of {waits.Length}");
    }

    [Benchmark]
    public async Task ThousandInASecond()
    {
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < Interactions; i++)
        {
            while (Stopwatch.GetElapsedTime(begin).TotalMilliseconds < i)
                await Task.Delay(1);
            _discord!.Comes($"{++_lastId}", i % 4, $"{i % People}");
        }
        await _discord!.AllAcknowledgedAsync();
    }

    private sealed class Benchmarked : IDiscordWire, ICompletion, IDisposable
    {
        private static readonly TimeSpan Answers = TimeSpan.FromMilliseconds(20);
        private static readonly Reply Answer = new() { Mode = ExecutionMode.Paper, Title = "Status", Lines = ["• HERON 96.00 (23 %)", "• KESTREL 150.00 (36 %)"] };

        private readonly InteractionQueue _queue = new(TimeProvider.System);
        private readonly DiscordMetrics _metrics = new();
        private readonly Inbox _inbox = new(new FakeInboxLog());
        private readonly OpenInteractions _open = new();
        private readonly InteractionReader _reader;
        private readonly DiscordChat _chat;
        private readonly CancellationTokenSource _end = new();
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, long> _came = new();
        private readonly System.Collections.Concurrent.ConcurrentQueue<double> _waits = new();

        public Benchmarked()
        {
            TapSeal seal = new(new RandomTapKeys());
            CommandCatalogue catalogue = new([new Named("status", CommandTopic.Look), new Named("confirm", CommandTopic.Act)]);
            InteractionPipeline pipeline = new(_inbox, _open, catalogue, new Suggestions(this, TimeProvider.System), seal, this, TimeProvider.System, _metrics, NullLogger<InteractionPipeline>.Instance);
            _chat = new DiscordChat(this, _open, new DiscordRenderer(seal), NullLogger<DiscordChat>.Instance);
            _reader = new InteractionReader(_queue, pipeline);
            _reader.StartAsync(_end.Token).GetAwaiter().GetResult();
            _ = AnswerAsync();
        }

        public IEnumerable<double> Waits => _waits;

        public void Comes(string id, int kind, string person)
        {
            string data = kind switch
            {
                0 => """{"name":"status"}""",
                1 => """{"name":"confirm","options":[{"name":"code","type":3,"value":"7F3K"}]}""",
                2 => """{"custom_id":"1c:7F3KQ2M8ZT4WA:03:aaaaaaaaaaaaaaaaaaaaaa","component_type":2}""",
                _ => """{"name":"status","options":[{"name":"model","type":3,"value":"H","focused":true}]}""",
            };
            int type = kind switch { 2 => 3, 3 => 4, _ => 2 };
            JsonElement interaction = JsonElement.Parse(
                $$"""{"id":"{{id}}","application_id":"42","type":{{type}},"token":"t{{id}}","channel_id":"77","guild_id":"8","context":0,"member":{"user":{"id":"{{person}}","username":"ana"} },"message":{"id":"5"},"data":{{data}} }""");
            _came[id] = Stopwatch.GetTimestamp();
            if (!_queue.TryPost(interaction))
                throw new InvalidOperationException("The queue is full.");
        }

        public Task AllAcknowledgedAsync() => _all.Task;

        public async Task<JsonElement?> SendAsync(DiscordRequest request, CancellationToken ct)
        {
            await Task.Delay(Answers, ct);
            if (request.Route.IsCallback && _came.TryRemove(request.Route.Path.Split('/')[1], out long came))
            {
                _waits.Enqueue(Stopwatch.GetElapsedTime(came).TotalMilliseconds);
                if (_waits.Count == Interactions)
                    _all.SetResult();
            }
            return null;
        }

        public Task<IReadOnlyList<Suggestion>> SuggestAsync(CompletionRequest request, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Suggestion>>([new Suggestion("HERON", "HERON")]);

        public void Dispose()
        {
            _end.Cancel();
            _reader.Dispose();
            _metrics.Dispose();
            _end.Dispose();
        }

        private async Task AnswerAsync()
        {
            await foreach (ChatMessage message in _inbox.Messages.ReadAllAsync(_end.Token))
                _ = message.Pressed is null ? _chat.AnswerAsync(message, Answer, _end.Token) : _chat.AnswerPressAsync(message, new TapAnswer("Done.", null), _end.Token);
        }
    }

    private sealed class Named(string name, CommandTopic topic) : ICommand
    {
        public CommandSpec Spec { get; } = new(name, "What it does", $"/{name}", Role.Viewer, topic, []);

        public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => throw new InvalidOperationException("It is only looked up.");
    }
}
