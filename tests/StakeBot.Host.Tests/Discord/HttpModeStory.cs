using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NSec.Cryptography;
using StakeBot.Testing.Discord;

namespace StakeBot.Host.Tests.Discord;

/// <summary>The built program where Discord posts interactions to it: no gateway, a signature instead, and the same answers.</summary>
public sealed class HttpModeStory : IDisposable
{
    private const string Owner = "80351110224678912";

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task What_Discord_signed_is_answered_and_what_it_did_not_is_turned_away()
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        await using FakeDiscordServer discord = await FakeDiscordServer.StartAsync(ct);
        ProcessStartInfo start = Stakebot.Start();
        start.Environment["Discord__ApiBase"] = discord.ApiBase.ToString();
        start.Environment["Discord__Token"] = FakeRest.Token;
        start.Environment["Discord__OwnerId"] = Owner;
        start.Environment["Web__Chat"] = "true";
        start.Environment["Discord__PublicKey"] = Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        await using RunningBot bot = await RunningBot.StartAsync(start);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(bot, """{"type":1}""", signed: true)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(bot, """{"type":1}""", signed: false)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(bot, Slash().ToJsonString(), signed: true)).StatusCode);

        // Whose token it is, the commands, the answer.
        IReadOnlyList<FakeRequest> requests = await discord.Rest.ArrivedAsync(3);
        Assert.Contains(requests, request => request.Method == "PUT" && request.Path.EndsWith("/commands", StringComparison.Ordinal));
        Assert.Single(requests, request => request.Path.StartsWith("/interactions/2001/", StringComparison.Ordinal));
        Assert.DoesNotContain(requests, request => request.Path == "/gateway/bot");
        Assert.Empty(discord.Gateway.Dialled);
        Assert.Empty(discord.Rest.Violations);
    }

    // As it comes through a proxy: under the public name, which the local chat turns away.
    private async Task<HttpResponseMessage> PostAsync(RunningBot bot, string body, bool signed)
    {
        string timestamp = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        byte[] signature = SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(timestamp + (signed ? body : "something else")));
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(bot.Address, "/discord/interactions")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Host = "bot.example.org";
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static JsonObject Slash() => new()
    {
        ["id"] = "2001",
        ["application_id"] = FakeRest.Application,
        ["type"] = 2,
        ["token"] = "tokenOfAnInteractionThatNobodyMaySee",
        ["channel_id"] = "77",
        ["context"] = 1,
        ["user"] = new JsonObject { ["id"] = Owner, ["username"] = "ana" },
        ["data"] = JsonNode.Parse("""{"id":"3","type":1,"name":"whoami"}"""),
    };
}
