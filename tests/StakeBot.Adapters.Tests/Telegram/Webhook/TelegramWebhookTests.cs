using System.Net;
using System.Net.Sockets;
using StakeBot.Testing.Telegram;

namespace StakeBot.Adapters.Tests.Telegram.Webhook;

public sealed class TelegramWebhookTests : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef_-";

    private FakeTelegram _telegram = null!;
    private TelegramBot _bot = null!;
    private string _url = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync(null, Ct);
        int port = FreePort();
        _url = $"http://127.0.0.1:{port}/telegram";
        _bot = await TelegramBot.StartAsync(_telegram, settings: [("urls", $"http://127.0.0.1:{port}"), ("Telegram:WebhookUrl", _url), ("Telegram:WebhookSecret", Secret)]);
        _bot.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await _bot.PassesUntilAsync(() => _telegram.Requests.Any(request => request.Method == "setWebhook") ? _telegram : null);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task What_is_delivered_is_answered_and_nobody_asks_for_updates()
    {
        await _bot.AnswersAsync(FakeUser.Alice, "/status", "[PAPER] Aviary");

        Assert.False(_telegram.IsAsked);
        Assert.Equal(4, (int)_telegram.Requests.Single(request => request.Method == "setWebhook").Body["max_connections"]!);
        await _bot.PassesUntilAsync(() => _telegram.Unconfirmed == 0 ? _telegram : null);
    }

    [Fact]
    public async Task Without_the_secret_nothing_is_read()
    {
        foreach (string? secret in (string?[])[null, "", "wrong", Secret + "x"])
        {
            using HttpResponseMessage answer = await _telegram.PostAsync(_url, secret, Update(1));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        await _bot.SettlesAsync(FakeUser.Alice);
        Assert.Single(_telegram.Messages);
    }

    [Fact]
    public async Task The_same_delivery_twice_is_answered_once_and_both_are_taken()
    {
        using HttpResponseMessage first = await _telegram.PostAsync(_url, Secret, Update(5));
        using HttpResponseMessage second = await _telegram.PostAsync(_url, Secret, Update(5));
        await _bot.FirstAsync();
        await _bot.SettlesAsync(FakeUser.Alice);

        Assert.True(first.IsSuccessStatusCode && second.IsSuccessStatusCode);
        Assert.Equal("", await first.Content.ReadAsStringAsync(Ct));
        Assert.Equal(2, _telegram.Messages.Count);
    }

    [Fact]
    public async Task What_is_no_update_is_refused()
    {
        using HttpResponseMessage answer = await _telegram.PostAsync(_url, Secret, "{ not json");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private string Update(int id) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":9,"date":{{{_bot.Time.GetUtcNow().ToUnixTimeSeconds()}}},"text":"/status","chat":{"id":5001,"type":"private"},"from":{"id":5001,"is_bot":false,"first_name":"Alice"} } }""";

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
