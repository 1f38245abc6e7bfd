using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Testing;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Rest;

/// <summary>The REST client before a Discord in memory, with a clock that tests move.</summary>
internal sealed class RestUnderTest : IDisposable
{
    private readonly ILoggerFactory _logging;
    private readonly DiscordMetrics _metrics = new();

    public RestUnderTest()
    {
        _logging = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        Client = new DiscordRest(Discord.Handler, FakeRest.Base, FakeRest.Token, Time, () => 0.5, Stop, _metrics, _logging.CreateLogger<DiscordRest>());
    }

    public WatchedTime Time { get; } = new();

    public FakeRest Discord { get; } = new();

    public RecordedLog Log { get; } = new();

    public FatalStop Stop { get; } = new();

    public DiscordRest Client { get; }

    public static DiscordRequest Message(string channel = "7") => new(Routes.CreateMessage(channel), new JsonObject { ["content"] = "Grüße" });

    public Task<JsonElement?> SendAsync(DiscordRequest request) =>
        Guard.Soon(Client.SendAsync(request, TestContext.Current.CancellationToken), () => $"{request} did not end.");

    public void Dispose()
    {
        Assert.Empty(Discord.Violations);
        Client.Dispose();
        _metrics.Dispose();
        Stop.Dispose();
        _logging.Dispose();
    }
}
