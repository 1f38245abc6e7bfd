using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;
using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Http;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Discord.Http;

public sealed class InteractionsEndpointTests : IAsyncLifetime
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    public InteractionsEndpointTests()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton<InteractionQueue>();
        builder.Services.Configure<DiscordOptions>(options => options.PublicKey = Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)));
        _app = builder.Build();
        _app.MapDiscordInteractions();
        // Stands for the local chat's guard, which turns away whatever does not come from this machine's own user.
        _app.Run(http =>
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        });
    }

    private InteractionQueue Queue => _app.Services.GetRequiredService<InteractionQueue>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _app.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task A_signed_ping_is_answered()
    {
        HttpResponseMessage answer = await PostAsync("""{"type":1}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"type":1}""", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_signed_interaction_waits_for_the_same_pipeline_and_the_request_is_done()
    {
        HttpResponseMessage answer = await PostAsync(SurfaceUnderTest.Slash("look"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.True(Queue.Reader.TryRead(out GatewayInteraction? interaction));
        Assert.Equal("900", interaction.Data.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 600)]
    public async Task What_is_not_signed_now_is_turned_away_without_a_word(bool tampered, int secondsAgo)
    {
        string body = SurfaceUnderTest.Slash("act");
        HttpResponseMessage answer = await PostAsync(body, tampered ? body + " " : body, secondsAgo);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(0, Queue.Reader.Count);
    }

    [Fact]
    public async Task What_is_too_large_or_no_JSON_or_not_posted_is_not_taken()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(new string('x', 300_000))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("{")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("[]")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _http.GetAsync(Address(InteractionsEndpoint.Path), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await _http.GetAsync(Address("/"), Ct)).StatusCode);
        Assert.Equal(0, Queue.Reader.Count);
    }

    [Fact]
    public async Task When_too_much_waits_Discord_is_told_that_it_was_not_taken()
    {
        for (int i = 0; i < InteractionQueue.Capacity; i++)
            Queue.TryPost(System.Text.Json.JsonElement.Parse(SurfaceUnderTest.Slash("look")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(SurfaceUnderTest.Slash("look"))).StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string signed, string? sent = null, int secondsAgo = 0)
    {
        string timestamp = $"{_time.GetUtcNow().ToUnixTimeSeconds() - secondsAgo}";
        byte[] signature = SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(timestamp + signed));
        using HttpRequestMessage request = new(HttpMethod.Post, Address(InteractionsEndpoint.Path)) { Content = new StringContent(sent ?? signed, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        return await _http.SendAsync(request, Ct);
    }

    private Uri Address(string path) => new(_app.Urls.Single() + path);
}
