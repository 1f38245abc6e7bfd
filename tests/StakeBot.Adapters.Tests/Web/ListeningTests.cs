using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Tests.Web;

public sealed class ListeningTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.20")]
    [InlineData("::")]
    [InlineData("bot.example")]
    [InlineData("")]
    public async Task An_address_that_other_machines_can_reach_is_refused_with_a_sentence(string address)
    {
        await using RunningWebChat chat = RunningWebChat.Build(settings: [("Web:Address", address)]);
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(chat.StartAsync);
        string sentence = Assert.Single(refused.Failures);
        Assert.StartsWith($"Web:Address is \"{address}\", which is not an address of this machine alone.", sentence, StringComparison.Ordinal);
        Assert.EndsWith("such as 127.0.0.1.", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:8080", "urls holds")]
    [InlineData("urls", "http://127.0.0.1:1;http://*:8080", "urls holds")]
    [InlineData("urls", "http://+:80", "urls holds")]
    [InlineData("urls", "https://bot.example", "urls holds")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:8080", "Kestrel:Endpoints:Open is set")]
    public async Task The_server_s_own_settings_cannot_open_the_chat_to_others(string key, string value, string beginning)
    {
        await using RunningWebChat chat = RunningWebChat.Build(settings: [(key, value)]);
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(chat.StartAsync);
        Assert.StartsWith(beginning, Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        await using RunningWebChat chat = RunningWebChat.Build(settings: [("Web:Address", "0.0.0.0"), ("Web:Port", "70000"), ("urls", "http://*:80")]);
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(chat.StartAsync);
        Assert.Equal(3, refused.Failures.Count());
        Assert.Contains("Web:Port is 70000; it must be from 0 (any free port) to 65535, such as 5080.", refused.Failures);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public async Task A_loopback_address_is_listened_on(string address, string host)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync(settings: [("Web:Address", address), ("urls", "http://localhost:1")]);
        Assert.Equal(host, (await chat.AddressAsync()).Host);
    }

    [Fact]
    public async Task A_port_that_is_taken_gives_way_to_a_free_one_and_the_log_says_so()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int taken = ((IPEndPoint)other.LocalEndpoint).Port;
        await using RunningWebChat chat = await RunningWebChat.StartAsync(settings: [("Web:Port", $"{taken}")]);
        using WebVisitor visitor = await chat.EnterAsync();
        Assert.NotEqual(taken, visitor.Site.Port);
        using HttpResponseMessage page = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Single(chat.Log.Lines, line => line.Contains($"Port {taken} cannot be had: the web chat listens on {visitor.Site.Port}.", StringComparison.Ordinal));
    }
}
