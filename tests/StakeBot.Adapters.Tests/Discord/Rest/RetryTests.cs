using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Adapters.Discord.Rest.Limits;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Rest;

public sealed class RetryTests : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.375), TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.5)];

    private readonly RestUnderTest _rest = new();

    public static TheoryData<string> Repeatable => ["get", "put", "edit", "delete", "nonce", "edit-original"];

    private FakeRest Discord => _rest.Discord;

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task What_may_happen_twice_is_tried_four_times(string kind)
    {
        DiscordRequest request = Of(kind);
        Discord.Script(request.Route.Method.Method, ".*", Enumerable.Repeat(new FakeAnswer(502), 4));

        Task<JsonElement?> sent = _rest.SendAsync(request);
        foreach (TimeSpan pause in Pauses)
            await _rest.Time.PassAsync(pause);

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => sent);
        Assert.Equal(4, Discord.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task One_fault_is_not_noticed(string kind)
    {
        DiscordRequest request = Of(kind);
        Discord.Script(request.Route.Method.Method, ".*", new FakeAnswer(500));

        Task<JsonElement?> sent = _rest.SendAsync(request);
        await _rest.Time.PassAsync(Pauses[0]);

        await sent;
        Assert.Equal(2, Discord.Requests.Count);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("follow-up")]
    [InlineData("callback")]
    public async Task What_must_not_happen_twice_is_sent_once(string kind)
    {
        DiscordRequest request = Of(kind);
        Discord.Script("POST", ".*", new FakeAnswer(502));

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => _rest.SendAsync(request));

        Assert.Single(Discord.Requests);
    }

    [Theory]
    [InlineData("callback", 2)]
    [InlineData("follow-up", 8)]
    public async Task An_answer_that_does_not_come_is_not_waited_for(string kind, int seconds)
    {
        Discord.Script("POST", ".*", FakeAnswer.NoContent with { After = new TaskCompletionSource().Task });

        Task<JsonElement?> sent = _rest.SendAsync(Of(kind));
        await _rest.Time.PassAsync(TimeSpan.FromSeconds(seconds));

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => sent);
        Assert.Single(Discord.Requests);
    }

    [Fact]
    public async Task A_nonce_stays_the_same_over_all_tries()
    {
        Discord.Script("POST", ".*", new FakeAnswer(502), FakeAnswer.SlowDown(1), new FakeAnswer(503));

        Task<JsonElement?> sent = _rest.SendAsync(Of("nonce"));
        await _rest.Time.PassAsync(Pauses[0]);
        await _rest.Time.PassAsync(TimeSpan.FromSeconds(1.05));
        await _rest.Time.PassAsync(Pauses[1]);
        await sent;

        Assert.Equal(4, Discord.Requests.Count);
        Assert.All(Discord.Requests, request => Assert.Equal("N-1", (string)request.Json!["nonce"]!));
        Assert.All(Discord.Requests, request => Assert.True((bool)request.Json!["enforce_nonce"]!));
        Assert.All(Discord.Requests, request => Assert.Equal("Grüße", (string)request.Json!["content"]!));
    }

    [Fact]
    public async Task A_callback_that_never_left_is_tried_once_more()
    {
        HttpRequestException unreachable = new(HttpRequestError.ConnectionError);
        Discord.Script("POST", ".*", new FakeAnswer(0) { Fault = unreachable }, new FakeAnswer(0) { Fault = unreachable });

        Task<JsonElement?> sent = _rest.SendAsync(Of("callback"));
        await _rest.Time.PassAsync(Pauses[0]);

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => sent);
        Assert.Equal(2, Discord.Requests.Count);
    }

    [Fact]
    public async Task A_callback_whose_connection_broke_may_have_arrived_and_is_not_sent_again()
    {
        Discord.Script("POST", ".*", new FakeAnswer(0) { Fault = new HttpRequestException(HttpRequestError.ResponseEnded) });

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => _rest.SendAsync(Of("callback")));

        Assert.Single(Discord.Requests);
    }

    [Theory]
    [InlineData(403, 50013)]
    [InlineData(404, 10062)]
    [InlineData(400, 50035)]
    [InlineData(400, 40060)]
    public async Task A_refusal_is_final_and_names_its_code(int status, int code)
    {
        Discord.Script("POST", ".*", FakeAnswer.Refusal(status, code, "Said by Discord"));

        DiscordRefusedException refusal = await Assert.ThrowsAsync<DiscordRefusedException>(() => _rest.SendAsync(Of("nonce")));

        Assert.Equal((HttpStatusCode)status, refusal.Status);
        Assert.Equal(code, refusal.Code);
        Assert.Equal($"Discord refused POST /channels/{{channel_id}}/messages with {status}, code {code}: Said by Discord", refusal.Message);
        Assert.Single(Discord.Requests);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_stops_the_bot_and_not_the_answers_that_are_under_way()
    {
        Discord.Script("POST", ".*", FakeAnswer.Refusal(401, 0, "401: Unauthorized"));

        await Assert.ThrowsAsync<DiscordFatalException>(() => _rest.SendAsync(Of("message")));
        await Assert.ThrowsAsync<DiscordFatalException>(() => _rest.SendAsync(Of("edit")));
        await _rest.SendAsync(Of("edit-original"));

        Assert.Equal(2, Discord.Requests.Count);
        Assert.Contains("Discord:Token", _rest.Stop.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_is_not_authorised_stops_nothing()
    {
        Discord.Script("PATCH", ".*", FakeAnswer.Refusal(401, 50027, "Invalid Webhook Token"));

        await Assert.ThrowsAsync<DiscordRefusedException>(() => _rest.SendAsync(Of("edit-original")));

        Assert.Null(_rest.Stop.Reason);
    }

    [Fact]
    public async Task Many_invalid_requests_are_told_and_too_many_stop_what_nobody_waits_for()
    {
        Discord.Script("PATCH", ".*", Enumerable.Repeat(FakeAnswer.Refusal(403, 50001, "Missing Access"), InvalidRequests.TooMany));
        for (int sent = 0; sent < InvalidRequests.TooMany; sent++)
            await Assert.ThrowsAsync<DiscordRefusedException>(() => _rest.SendAsync(Of("edit-original")));
        Assert.Single(_rest.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("500 requests", StringComparison.Ordinal));

        DiscordUnavailableException closed = await Assert.ThrowsAsync<DiscordUnavailableException>(() => _rest.SendAsync(Of("message")));
        await _rest.SendAsync(Of("edit-original"));

        Assert.Equal(TimeSpan.FromMinutes(10), closed.RetryAfter);
        _rest.Time.Advance(TimeSpan.FromMinutes(10));
        await _rest.SendAsync(Of("message"));
    }

    public void Dispose() => _rest.Dispose();

    private static DiscordRequest Of(string kind) => kind switch
    {
        "get" => new DiscordRequest(Routes.GatewayBot),
        "put" => new DiscordRequest(Routes.PutGlobalCommands("900"), new JsonArray()),
        "edit" => new DiscordRequest(Routes.EditMessage("7", "55"), new JsonObject()),
        "delete" => new DiscordRequest(Routes.DeleteMessage("7", "55")),
        "nonce" => new DiscordRequest(Routes.CreateMessage("7"), new JsonObject { ["content"] = "Grüße" }) { Nonce = "N-1" },
        "edit-original" => new DiscordRequest(Routes.EditOriginal("900", "aToken"), new JsonObject()),
        "message" => RestUnderTest.Message(),
        "follow-up" => new DiscordRequest(Routes.FollowUp("900", "aToken"), new JsonObject()),
        "callback" => new DiscordRequest(Routes.InteractionCallback("33", "aToken"), new JsonObject { ["type"] = 5 }),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
