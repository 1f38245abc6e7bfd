using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Adapters.Tests.Discord.Gateway;
using StakeBot.Adapters.Tests.Discord.Rest;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord;

/// <summary>Whoever has a token is the bot: it is in no line of the log, whatever its level, and in no exception.</summary>
public sealed class SecretsTests
{
    private const string Interaction = "aW50ZXJhY3Rpb246tokenOfAnInteraction";

    private static readonly Func<DiscordRequest>[] Requests =
    [
        () => RestUnderTest.Message(),
        () => new DiscordRequest(Routes.CurrentApplication),
        () => new DiscordRequest(Routes.InteractionCallback("33", Interaction), new JsonObject { ["type"] = 5 }),
        () => new DiscordRequest(Routes.EditOriginal("900", Interaction), new JsonObject()),
        () => new DiscordRequest(Routes.FollowUp("900", Interaction), new JsonObject()),
        () => new DiscordRequest(Routes.DeleteFollowUp("900", Interaction, "55")),
    ];

    public static TheoryData<string> Faults => ["refused", "refused with the tokens", "not authorised", "out of order", "slow down", "for ever", "broken", "unreachable", "nonsense"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_request_tells_a_token_whatever_becomes_of_it(string fault)
    {
        List<string> told = [];
        foreach (Func<DiscordRequest> make in Requests)
        {
            using RestUnderTest rest = new();
            DiscordRequest request = make();
            rest.Discord.Script(request.Route.Method.Method, ".*", Enumerable.Repeat(Of(fault), 6));
            Task sent = rest.SendAsync(request);
            while (!sent.IsCompleted)
            {
                rest.Time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
            told.AddRange([$"{request}", $"{request.Route}", $"{sent.Exception}", .. rest.Log.Lines]);
        }

        Assert.Contains(told, line => line.Contains("/webhooks/{application_id}/{interaction_token}", StringComparison.Ordinal));
        Assert.All(told, AssertHidden);
    }

    [Fact]
    public async Task The_gateway_tells_no_token_of_the_bot_of_an_interaction_or_of_a_session()
    {
        await using GatewayUnderTest bot = await GatewayUnderTest.StartAsync();
        FakeGatewayConnection connection = await bot.NextReadyAsync();
        await bot.HearsAsync(connection, "1");
        await connection.SendTextAsync($"broken {FakeRest.Token}");
        connection.Drop();
        await bot.Time.PassAsync(TimeSpan.FromSeconds(0.5));
        FakeGatewayConnection next = await bot.NextAsync();
        await next.HelloAsync();
        await next.ExpectAsync(6);
        await next.CloseAsync(4004);
        await bot.OverAsync();

        Assert.All([.. bot.Log.Lines, bot.Stop.Reason!, $"{new GatewayIdentity(FakeRest.Token, 0, 1, () => "")}"], AssertHidden);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("ThatNobodyMaySee", StringComparison.Ordinal) || line.Contains("session-1", StringComparison.Ordinal));
    }

    private static FakeAnswer Of(string fault) => fault switch
    {
        "refused" => FakeAnswer.Refusal(403, 50001, "Missing Access"),
        "refused with the tokens" => FakeAnswer.Refusal(404, 10015, $"Nothing at {Interaction} for {FakeRest.Token}"),
        "not authorised" => FakeAnswer.Refusal(401, 0, "401: Unauthorized"),
        "out of order" => new FakeAnswer(503, "<html></html>"),
        "slow down" => FakeAnswer.SlowDown(1),
        "for ever" => FakeAnswer.NoContent with { After = new TaskCompletionSource().Task },
        "broken" => new FakeAnswer(0) { Fault = new HttpRequestException(HttpRequestError.ResponseEnded, Interaction) },
        "unreachable" => new FakeAnswer(0) { Fault = new HttpRequestException(HttpRequestError.ConnectionError, FakeRest.Token) },
        "nonsense" => new FakeAnswer(200, "nonsense"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static void AssertHidden(string line)
    {
        Assert.DoesNotContain(FakeRest.Token, line, StringComparison.Ordinal);
        Assert.DoesNotContain(Interaction, line, StringComparison.Ordinal);
    }
}
