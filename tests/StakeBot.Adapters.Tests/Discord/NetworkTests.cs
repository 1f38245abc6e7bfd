using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord;

/// <summary>What goes over a real socket of this machine, where all other tests have one in memory.</summary>
public sealed class NetworkTests : IAsyncLifetime
{
    private FakeDiscordServer _discord = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _discord = await FakeDiscordServer.StartAsync(Ct);

    [Fact]
    public async Task A_message_with_a_file_is_as_Discord_wants_it()
    {
        using FatalStop stop = new();
        using DiscordMetrics metrics = new();
        DiscordOptions options = new() { ApiBase = _discord.ApiBase };
        using DiscordRest rest = new(DiscordHttp.CreateHandler(), options.Api, FakeRest.Token, TimeProvider.System, () => 0, stop, metrics, NullLogger<DiscordRest>.Instance);
        DiscordRequest request = new(Routes.CreateMessage("7"), new JsonObject
        {
            ["content"] = "Grüße",
            ["attachments"] = new JsonArray(new JsonObject { ["id"] = "0", ["filename"] = "größe.png" }),
        })
        {
            Files = [new DiscordFile("größe.png", "image/png", new byte[200_000])],
        };

        await rest.SendAsync(request, Ct);

        FakeRequest got = Assert.Single(_discord.Rest.Requests);
        Assert.Equal("Grüße", (string)got.Json!["content"]!);
        Assert.Equal(200_000, Assert.Single(got.Files).Bytes.Length);
        Assert.Empty(_discord.Rest.Violations);
    }

    [Fact]
    public async Task A_close_code_of_Discords_arrives_and_so_does_ours()
    {
        Uri gateway = new UriBuilder(_discord.Rest.GatewayUrl) { Query = "v=10&encoding=json" }.Uri;
        using WebSocket socket = await ClientSockets.DialAsync(gateway, Ct);
        FakeGatewayConnection connection = await _discord.Gateway.NextAsync(Ct);

        await connection.CloseAsync(4014);
        ValueWebSocketReceiveResult last = await socket.ReceiveAsync(new byte[16].AsMemory(), Ct);
        await socket.CloseOutputAsync((WebSocketCloseStatus)CloseCodes.Reconnecting, null, Ct);

        Assert.Equal(WebSocketMessageType.Close, last.MessageType);
        Assert.Equal(4014, (int?)socket.CloseStatus);
        Assert.Equal(4000, await connection.ClosedAsync());
        Assert.Empty(_discord.Gateway.Violations);
    }

    [Fact]
    public async Task What_does_not_answer_is_no_connection() =>
        await Assert.ThrowsAsync<WebSocketException>(() => ClientSockets.DialAsync(new Uri("ws://127.0.0.1:1/gateway"), Ct));

    public ValueTask DisposeAsync() => _discord.DisposeAsync();
}
