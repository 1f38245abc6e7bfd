using System.Text.Json;
using System.Text.Json.Nodes;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Rest;

public sealed class RequestTests : IDisposable
{
    private readonly RestUnderTest _rest = new();

    [Fact]
    public async Task Files_are_parts_beside_the_message_that_lists_them()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
        DiscordRequest request = new(Routes.CreateMessage("7"), new JsonObject
        {
            ["content"] = "Grüße, „frontier“ €",
            ["attachments"] = new JsonArray(
                new JsonObject { ["id"] = "0", ["filename"] = "frontier.png", ["description"] = "The efficient frontier" },
                new JsonObject { ["id"] = "1", ["filename"] = "stakes.csv" }),
        })
        {
            Files = [new DiscordFile("frontier.png", "image/png", picture), new DiscordFile("stakes.csv", "text/csv; charset=utf-8", "a,b\n"u8.ToArray())],
            Nonce = "N-1",
        };
        _rest.Discord.Script("POST", ".*", new FakeAnswer(502));

        Task<JsonElement?> sent = _rest.SendAsync(request);
        await _rest.Time.PassAsync(TimeSpan.FromSeconds(0.375));
        await sent;

        // The second try is as whole as the first.
        Assert.Equal(2, _rest.Discord.Requests.Count);
        Assert.All(_rest.Discord.Requests, got =>
        {
            Assert.Equal("Grüße, „frontier“ €", (string)got.Json!["content"]!);
            Assert.Equal("N-1", (string)got.Json["nonce"]!);
            Assert.Equal(["frontier.png image/png", "stakes.csv text/csv; charset=utf-8"], got.Files.Select(file => $"{file.Name} {file.ContentType}"));
            Assert.Equal(picture, got.Files[0].Bytes);
        });
    }

    [Fact]
    public async Task The_bots_token_goes_along_only_where_the_address_has_none()
    {
        await _rest.SendAsync(RestUnderTest.Message());
        await _rest.SendAsync(new DiscordRequest(Routes.InteractionCallback("33", "aW50ZXJhY3Rpb246MTIz/+=="), new JsonObject { ["type"] = 5 }));
        await _rest.SendAsync(new DiscordRequest(Routes.DeleteOriginal("900", "aToken")));

        Assert.Equal([$"Bot {FakeRest.Token}", null, null], _rest.Discord.Requests.Select(request => request.Authorization));
        Assert.Equal("/interactions/33/aW50ZXJhY3Rpb246MTIz%2F%2B%3D%3D/callback?with_response=true", _rest.Discord.Requests[1].Path);
    }

    [Fact]
    public async Task The_answer_to_a_callback_names_the_message_that_it_made()
    {
        JsonElement? answer = await _rest.SendAsync(new DiscordRequest(Routes.InteractionCallback("33", "aToken"), new JsonObject { ["type"] = 4, ["data"] = new JsonObject() }));

        Assert.NotNull(answer!.Value.GetProperty("resource").GetProperty("message").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("7/../8")]
    [InlineData("@me")]
    [InlineData("123456789012345678901")]
    public void What_is_no_id_reaches_no_address(string id) => Assert.Throws<ArgumentException>(() => Routes.CreateMessage(id));

    public void Dispose() => _rest.Dispose();
}
