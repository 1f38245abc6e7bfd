using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Tests.Web;

public sealed class MessageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_reaches_the_bot_as_the_machine_s_own_user_said_it()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        using HttpResponseMessage accepted = await visitor.SayAsync("/status now", "a-1");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        ChatMessage heard = chat.Bot.Heard.First();
        Assert.Equal("/status now", heard.Text);
        Assert.Equal("a-1", heard.MessageId);
        Assert.Equal("web", heard.Address.Platform);
        Assert.Equal(("web", "local"), (heard.Sender.Platform, heard.Sender.Id));
        Cookie cookie = Assert.Single(visitor.Cookies.GetCookies(visitor.Site));
        Assert.DoesNotContain(heard.Address.Chat, cookie.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_handled_once()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        for (int attempt = 0; attempt < 3; attempt++)
        {
            using HttpResponseMessage accepted = await visitor.SayAsync("once", "same");
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        }
        using HttpResponseMessage other = await visitor.SayAsync("twice", "other");
        await page.NextAsync("reply");
        await page.NextAsync("reply");
        await using PageEvents reloaded = await visitor.FollowAsync();
        IReadOnlyList<(string Kind, JsonElement Content)> all = await reloaded.UntilReadyAsync();
        Assert.Equal(["once", "twice"], all.Where(one => one.Kind == "said").Select(one => one.Content.GetProperty("text").GetString()));
        Assert.Equal(["/start", "once", "twice"], chat.Bot.Heard.Select(heard => heard.Text));
    }

    [Fact]
    public async Task A_message_of_4000_characters_is_taken_and_a_longer_one_refused_with_a_sentence()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        // Each of these characters takes six bytes in JSON: the longest text has to fit however it is written.
        using HttpResponseMessage longest = await visitor.SayAsync(new string('ж', 4000), "1");
        Assert.Equal(HttpStatusCode.Accepted, longest.StatusCode);
        using HttpResponseMessage longer = await visitor.SayAsync(new string('x', 4001), "2");
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        Assert.Equal("The message is 4,001 characters long; 4,000 is the most. Nothing was sent.", await ErrorOf(longer));
    }

    [Fact]
    public async Task A_body_that_no_message_needs_is_not_even_read()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        using HttpResponseMessage response = await visitor.SayAsync(new string('x', 60_000), "1");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("The message is far too long. Nothing was sent.", await ErrorOf(response));
        Assert.Empty(chat.Bot.Heard);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"1\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"1\",\"text\":null}", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"1\",\"text\":\"  \"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"\",\"text\":\"/status\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"a b\",\"text\":\"/status\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"text\":\"/status\"}", HttpStatusCode.BadRequest)]
    public async Task A_message_that_cannot_be_read_is_refused_with_a_sentence(string body, HttpStatusCode expected)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        using HttpResponseMessage response = await visitor.PostAsync("/api/messages", new StringContent(body, null, "application/json"));
        Assert.Equal(expected, response.StatusCode);
        Assert.EndsWith("Nothing was sent.", await ErrorOf(response), StringComparison.Ordinal);
        Assert.Empty(chat.Bot.Heard);
    }

    [Fact]
    public async Task A_form_of_another_kind_is_refused()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        using HttpResponseMessage response = await visitor.PostAsync("/api/messages", new StringContent("{\"id\":\"1\",\"text\":\"/status\"}", null, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Empty(chat.Bot.Heard);
    }

    [Fact]
    public async Task Stop_ends_what_runs_and_says_whether_there_was_anything()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        Assert.False(await StopAsync(visitor));
        using HttpResponseMessage slow = await visitor.SayAsync("/slow", "1");
        await page.NextAsync("typing");
        Assert.True(await StopAsync(visitor));
        Assert.Equal("Stopped", (await page.NextAsync("reply")).GetProperty("title").GetString());
    }

    private static async Task<bool> StopAsync(WebVisitor visitor)
    {
        using HttpResponseMessage response = await visitor.PostAsync("/api/stop", JsonContent.Create(new { }));
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("stopped").GetBoolean();
    }

    private static async Task<string?> ErrorOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error").GetString();
}
