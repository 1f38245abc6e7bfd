using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StakeBot.Testing.Discord;

namespace StakeBot.Host.Tests.Discord;

/// <summary>The built program on a Discord of this machine: commands given, a proposal made, confirmed by a press, carried out and told in place.</summary>
public sealed partial class DiscordStory
{
    private const string Owner = "80351110224678912";
    private const string Token = "tokenOfAnInteractionThatNobodyMaySee";

    [Fact]
    public async Task A_proposal_is_made_confirmed_and_carried_out_in_a_server()
    {
        CancellationToken ct = TestContext.Current.CancellationToken;
        await using FakeDiscordServer discord = await FakeDiscordServer.StartAsync(ct);
        await using RunningBot bot = await StartAsync(discord);
        FakeGatewayConnection gateway = await discord.Gateway.NextAsync(ct);
        await gateway.BeginAsync();

        FakeRequest commands = discord.Rest.Requests.Single(request => request.Method == "PUT");
        Assert.Equal($"/applications/{FakeRest.Application}/commands", commands.Path);
        Assert.InRange(((JsonArray)commands.Json!).Count, 20, 100);

        await gateway.DispatchAsync("INTERACTION_CREATE", Interaction("2001", 2, """{"id":"3","type":1,"name":"propose"}"""));
        FakeRequest card = await ArrivedAsync(discord, request => request is { Method: "POST", Path: "/channels/77/messages" });
        Assert.True((bool)card.Json!["enforce_nonce"]!);
        string press = Buttons(card.Json).First(button => (string)button["label"]! == "Confirm")["custom_id"]!.ToString();
        FakeRequest pointer = await ArrivedAsync(discord, request => request.Path.EndsWith("/messages/@original", StringComparison.Ordinal));
        string message = Link.Match(pointer.Json!.ToJsonString()).Groups[1].Value;

        JsonObject pressing = Interaction("2002", 3, $$"""{"component_type":2,"custom_id":"{{press}}"}""");
        pressing["message"] = new JsonObject { ["id"] = message, ["channel_id"] = "77" };
        await gateway.DispatchAsync("INTERACTION_CREATE", pressing.DeepClone());
        // Discord may say a thing twice.
        await gateway.DispatchAsync("INTERACTION_CREATE", pressing);
        FakeRequest done = await ArrivedAsync(discord, request => request.Method == "PATCH" && request.Path == $"/channels/77/messages/{message}" && Said(request).Contains(" done ", StringComparison.Ordinal));

        Assert.Contains("confirmed by the owner", Said(done), StringComparison.Ordinal);
        Assert.Equal(["2001", "2002"], discord.Rest.Requests.Where(request => request.Path.Contains("/callback", StringComparison.Ordinal)).Select(request => request.Path.Split('/')[2]));
        Assert.Empty(discord.Rest.Violations);
        Assert.Empty(discord.Gateway.Violations);
        Assert.DoesNotContain(FakeRest.Token, bot.Said, StringComparison.Ordinal);
    }

    private static Task<RunningBot> StartAsync(FakeDiscordServer discord)
    {
        ProcessStartInfo start = Stakebot.Start();
        start.Environment["Discord__ApiBase"] = discord.ApiBase.ToString();
        start.Environment["Discord__Token"] = FakeRest.Token;
        start.Environment["Discord__OwnerId"] = Owner;
        start.Environment["Web__Chat"] = "true";
        return RunningBot.StartAsync(start);
    }

    private static async Task<FakeRequest> ArrivedAsync(FakeDiscordServer discord, Func<FakeRequest, bool> wanted)
    {
        for (int count = 1; ; count++)
        {
            IReadOnlyList<FakeRequest> requests = await discord.Rest.ArrivedAsync(count);
            if (requests.FirstOrDefault(wanted) is { } request)
                return request;
            count = Math.Max(count, requests.Count);
        }
    }

    private static JsonObject Interaction(string id, int type, string data) => new()
    {
        ["id"] = id,
        ["application_id"] = FakeRest.Application,
        ["type"] = type,
        ["token"] = Token,
        ["channel_id"] = "77",
        ["guild_id"] = "8",
        ["context"] = 0,
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Owner, ["username"] = "ana" } },
        ["data"] = JsonNode.Parse(data),
    };

    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Buttons),
        JsonObject part => Buttons(part["components"]).Concat(part["custom_id"] is null ? [] : [part]),
        _ => [],
    };

    private static string Said(FakeRequest request) => (string?)request.Json?["components"]?[0]?["components"]?[0]?["content"] ?? "";

    [GeneratedRegex("channels/8/77/([0-9]+)")]
    private static partial Regex Link { get; }
}
