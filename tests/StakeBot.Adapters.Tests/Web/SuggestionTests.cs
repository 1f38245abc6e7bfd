using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using StakeBot.Bot.Commands.Completion;

namespace StakeBot.Adapters.Tests.Web;

public sealed class SuggestionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_are_offered_to_the_machine_s_own_user_as_the_bot_completes_them()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();

        JsonElement[] offered = await OfferedAsync(visitor, new { command = "risk", option = "models", typed = "KESTREL,hero" });

        Assert.Equal(["KESTREL,HERON", "KESTREL,grey heron"], offered.Select(one => one.GetProperty("value").GetString()));
        CompletionRequest asked = Assert.Single(chat.Completion.Asked);
        Assert.Equal(("web", "local", "risk", "models", "KESTREL,hero"), (asked.Who.Platform, asked.Who.Id, asked.Command, asked.Option, asked.Typed));
    }

    [Fact]
    public async Task What_cannot_be_typed_is_not_offered()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();

        Assert.Empty(await OfferedAsync(visitor, new { command = "risk", option = "models", typed = "say" }));
    }

    [Theory]
    [InlineData("""{"command":"risk","option":"models"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"command":null,"option":"models","typed":""}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("risk", HttpStatusCode.BadRequest)]
    public async Task What_is_no_question_is_refused_and_nothing_is_looked_up(string body, HttpStatusCode status)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        using StringContent content = new(body, Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await visitor.PostAsync("/api/suggestions", content);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(chat.Completion.Asked);
    }

    [Fact]
    public async Task What_is_too_long_or_looks_like_a_secret_is_not_looked_up()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();

        using HttpResponseMessage longer = await visitor.PostAsync("/api/suggestions", JsonContent.Create(new { command = "risk", option = "models", typed = new string('K', 201) }));
        JsonElement[] secret = await OfferedAsync(visitor, new { command = "risk", option = "models", typed = StakeBot.Testing.SomeKeys.ReadingId });

        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        Assert.Empty(secret);
        Assert.Empty(chat.Completion.Asked);
    }

    [Fact]
    public async Task A_browser_that_was_not_let_in_gets_nothing()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor stranger = await chat.StandOutsideAsync();

        using HttpResponseMessage response = await stranger.PostAsync("/api/suggestions", JsonContent.Create(new { command = "risk", option = "models", typed = "K" }));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(chat.Completion.Asked);
    }

    private static async Task<JsonElement[]> OfferedAsync(WebVisitor visitor, object question)
    {
        using HttpResponseMessage response = await visitor.PostAsync("/api/suggestions", JsonContent.Create(question));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).EnumerateArray()];
    }
}
