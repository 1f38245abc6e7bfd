using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Web;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;

namespace StakeBot.Adapters.Tests.Web;

public sealed class EventTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_page_of_a_session_is_greeted_and_a_reload_is_not()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using (PageEvents first = await visitor.FollowAsync())
            Assert.Equal("Hello, I am StakeBot", (await first.NextAsync("reply")).GetProperty("title").GetString());
        await using PageEvents reloaded = await visitor.FollowAsync();
        Assert.Equal(["reply"], (await reloaded.UntilReadyAsync()).Select(one => one.Kind));
        using HttpResponseMessage said = await visitor.SayAsync("hello", "1");
        await reloaded.NextAsync("reply");
        Assert.Equal(["/start", "hello"], chat.Bot.Heard.Select(heard => heard.Text));
    }

    [Fact]
    public async Task A_reply_comes_with_everything_that_the_page_shows()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        using HttpResponseMessage said = await visitor.SayAsync("/frontier", "1");
        JsonElement reply = await page.NextAsync("reply");
        Assert.Equal("answer", reply.GetProperty("kind").GetString());
        Assert.Equal("PAPER", reply.GetProperty("badge").GetString());
        Assert.Equal(2, reply.GetProperty("lines").GetArrayLength());
        Assert.Equal("/status", reply.GetProperty("buttons")[0].GetProperty("command").GetString());
        JsonElement picture = reply.GetProperty("pictures")[0];
        Assert.Equal(SampleTalk.FrontierAlt, picture.GetProperty("alt").GetString());
        Assert.Equal((1200, 800), (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()));
        JsonElement table = reply.GetProperty("table");
        Assert.Equal([false, true, true, true, true, false], table.GetProperty("numeric").EnumerateArray().Select(one => one.GetBoolean()));
        Assert.Equal(SampleTalk.HostileName, table.GetProperty("rows")[0][0].GetString());
        Assert.False(reply.GetProperty("showTable").GetBoolean());
    }

    [Theory]
    [InlineData("/risk", "refusal")]
    [InlineData("/fail", "failure")]
    public async Task A_refusal_and_a_failure_say_what_they_are(string command, string kind)
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        using HttpResponseMessage said = await visitor.SayAsync(command, "1");
        Assert.Equal(kind, (await page.NextAsync("reply")).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_page_that_comes_back_gets_exactly_what_it_missed()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        long seen = page.LastId;
        await page.DisposeAsync();
        await using PageEvents other = await visitor.FollowAsync();
        using HttpResponseMessage said = await visitor.SayAsync("meanwhile", "1");
        await other.NextAsync("said");
        await other.NextAsync("reply");
        await using PageEvents back = await visitor.FollowAsync(seen);
        Assert.Equal(["said", "reply"], (await back.UntilReadyAsync()).Select(one => one.Kind));
        await using PageEvents upToDate = await visitor.FollowAsync(back.LastId);
        Assert.Empty(await upToDate.UntilReadyAsync());
    }

    [Fact]
    public async Task A_page_that_knows_another_conversation_starts_afresh()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        await using PageEvents lost = await visitor.FollowAsync(seen: 4711);
        Assert.Equal(["reset", "reply"], (await lost.UntilReadyAsync()).Select(one => one.Kind));
    }

    [Fact]
    public async Task Every_open_page_sees_the_conversation_and_the_fifth_rests_the_first()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents first = await visitor.FollowAsync();
        await first.NextAsync("reply");
        PageEvents[] more = await Task.WhenAll(visitor.FollowAsync(), visitor.FollowAsync(), visitor.FollowAsync());
        foreach (PageEvents page in more)
            await page.NextAsync("ready");
        await using PageEvents fifth = await visitor.FollowAsync();
        await fifth.NextAsync("ready");
        await first.NextAsync("paused");
        Assert.Null(await first.NextAsync());
        using HttpResponseMessage said = await visitor.SayAsync("to all", "1");
        foreach (PageEvents page in more.Append(fifth))
        {
            Assert.Equal("to all", (await page.NextAsync("said")).GetProperty("text").GetString());
            await page.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_line_beats_while_nothing_happens()
    {
        HeartTime time = new();
        await using RunningWebChat chat = await RunningWebChat.StartAsync(time: time);
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        // The heart may start a little after the server does.
        await time.Started.WaitAsync(Ct);
        time.Advance(Heartbeat.Every);
        await page.NextAsync("beat");
        time.Advance(Heartbeat.Every);
        await page.NextAsync("beat");
    }

    [Fact]
    public async Task A_reply_to_a_session_that_is_gone_is_dropped_and_logged()
    {
        await using RunningWebChat chat = await RunningWebChat.StartAsync();
        ChatAddress gone = new("web", "nobody");
        await chat.Chat.SendAsync(gone, new Reply { Mode = ExecutionMode.Paper, Title = "Hello" }, Ct);
        await chat.Chat.ShowTypingAsync(gone, Ct);
        Assert.Single(chat.Log.Lines, line => line.Contains("A reply to the web session nobody was dropped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_bot_stops_at_once_although_pages_are_open()
    {
        RunningWebChat chat = await RunningWebChat.StartAsync();
        using WebVisitor visitor = await chat.EnterAsync();
        await using PageEvents page = await visitor.FollowAsync();
        await page.NextAsync("reply");
        await chat.DisposeAsync();
        Assert.Null(await page.NextAsync());
    }

    /// <summary>Tells when the timer of the heart is there: before that, advancing the time moves nothing.</summary>
    private sealed class HeartTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => _started.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (period == Heartbeat.Every)
                _started.TrySetResult();
            return timer;
        }
    }
}
