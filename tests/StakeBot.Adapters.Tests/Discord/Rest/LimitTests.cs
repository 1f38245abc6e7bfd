using System.Text.Json;
using StakeBot.Adapters.Discord.Rest;
using StakeBot.Adapters.Discord.Rest.Limits;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Rest;

public sealed class LimitTests : IDisposable
{
    private const string Messages = "/channels/7/messages";

    private readonly RestUnderTest _rest = new();

    private FakeRest Discord => _rest.Discord;

    [Fact]
    public async Task Before_a_limit_is_known_one_request_is_on_its_way()
    {
        TaskCompletionSource answered = new();
        Discord.Script("POST", Messages, FakeAnswer.NoContent.WithLimit("b", 5, 4, 2) with { After = answered.Task });
        Task[] sent = [_rest.SendAsync(RestUnderTest.Message()), _rest.SendAsync(RestUnderTest.Message()), _rest.SendAsync(RestUnderTest.Message())];
        await Discord.ArrivedAsync(1);
        Assert.Single(Discord.Requests);

        answered.SetResult();

        await Task.WhenAll(sent);
        Assert.Equal(3, Discord.Requests.Count);
    }

    [Fact]
    public async Task What_a_window_does_not_hold_waits_for_the_next_while_the_wall_clock_jumps()
    {
        Discord.Script("POST", Messages, FakeAnswer.NoContent.WithLimit("b", 2, 1, 3), FakeAnswer.NoContent.WithLimit("b", 2, 0, 3));
        await _rest.SendAsync(RestUnderTest.Message());
        await _rest.SendAsync(RestUnderTest.Message());
        // A laptop that was given the right time: an hour has passed by the wall clock, nothing by the other.
        _rest.Time.WallClockJump = TimeSpan.FromHours(1);

        Task<JsonElement?> third = _rest.SendAsync(RestUnderTest.Message());
        Assert.False(third.IsCompleted);
        Assert.Equal(2, Discord.Requests.Count);
        _rest.Time.Advance(TimeSpan.FromSeconds(2.999));
        Assert.False(third.IsCompleted);
        _rest.Time.Advance(TimeSpan.FromMilliseconds(1));

        await third;
    }

    [Fact]
    public async Task Addresses_that_turn_out_to_share_a_limit_share_it()
    {
        DiscordRequest edit = new(Routes.EditMessage("7", "55"));
        Discord.Script("POST", Messages, FakeAnswer.NoContent.WithLimit("shared-by-both", 2, 1, 4));
        Discord.Script("PATCH", $"{Messages}/55", FakeAnswer.NoContent.WithLimit("shared-by-both", 2, 0, 4));
        await _rest.SendAsync(RestUnderTest.Message());
        await _rest.SendAsync(edit);

        Task<JsonElement?> waiting = _rest.SendAsync(RestUnderTest.Message());
        await _rest.Time.BeginsAsync(TimeSpan.FromSeconds(4));
        Assert.Equal(2, Discord.Requests.Count);
        await _rest.SendAsync(RestUnderTest.Message("8"));
        _rest.Time.Advance(TimeSpan.FromSeconds(4));

        await waiting;
        Assert.Equal(4, Discord.Requests.Count);
    }

    [Fact]
    public async Task Whoever_waits_while_two_limits_become_one_waits_for_the_one()
    {
        TaskCompletionSource answered = new();
        DiscordRequest edit = new(Routes.EditMessage("7", "55"));
        Discord.Script("POST", Messages, FakeAnswer.NoContent.WithLimit("one", 1, 0, 4));
        Discord.Script("PATCH", $"{Messages}/55", FakeAnswer.NoContent.WithLimit("one", 1, 0, 4) with { After = answered.Task });
        await _rest.SendAsync(RestUnderTest.Message());
        Task first = _rest.SendAsync(edit);
        Task second = _rest.SendAsync(edit);
        await Discord.ArrivedAsync(2);

        answered.SetResult();
        await first;
        await _rest.Time.PassAsync(TimeSpan.FromSeconds(4));

        await second;
        Assert.Equal(3, Discord.Requests.Count);
    }

    [Fact]
    public async Task A_429_of_a_limit_holds_up_that_limit_and_is_asked_again()
    {
        Discord.Script("POST", Messages, FakeAnswer.SlowDown(1.5));

        Task<JsonElement?> sent = _rest.SendAsync(RestUnderTest.Message());
        await _rest.Time.BeginsAsync(TimeSpan.FromSeconds(1.55));
        await _rest.SendAsync(RestUnderTest.Message("8"));
        Assert.Equal(2, Discord.Requests.Count);
        _rest.Time.Advance(TimeSpan.FromSeconds(1.55));

        Assert.NotNull(await sent);
        Assert.Equal(3, Discord.Requests.Count);
    }

    [Fact]
    public async Task A_global_429_holds_up_everything_but_the_answers_to_interactions()
    {
        Discord.Script("POST", Messages, FakeAnswer.SlowDown(2, "global"));
        Task<JsonElement?> sent = _rest.SendAsync(RestUnderTest.Message());
        await _rest.Time.BeginsAsync(TimeSpan.FromSeconds(2.05));

        Task<JsonElement?> other = _rest.SendAsync(RestUnderTest.Message("8"));
        await _rest.SendAsync(new DiscordRequest(Routes.EditOriginal("900", "aToken")));
        Assert.False(other.IsCompleted);
        _rest.Time.Advance(TimeSpan.FromSeconds(2.05));

        await Task.WhenAll(sent, other);
    }

    [Theory]
    [InlineData("shared", 0)]
    [InlineData("user", 3)]
    public async Task A_429_that_is_not_about_the_whole_limit_delays_its_request_alone(string scope, int remaining)
    {
        Discord.Script("POST", Messages, FakeAnswer.NoContent.WithLimit("b", 10, 9, 0), FakeAnswer.SlowDown(1, scope, remaining).WithLimit("b", 10, 9, 0));
        await _rest.SendAsync(RestUnderTest.Message());
        Task<JsonElement?> delayed = _rest.SendAsync(RestUnderTest.Message());
        await _rest.Time.BeginsAsync(TimeSpan.FromSeconds(1.05));

        await _rest.SendAsync(RestUnderTest.Message());
        Assert.False(delayed.IsCompleted);

        _rest.Time.Advance(TimeSpan.FromSeconds(1.05));
        await delayed;
    }

    [Fact]
    public async Task A_429_without_headers_and_words_is_waited_out_longer_each_time()
    {
        Discord.Script("POST", Messages, new FakeAnswer(429, "<html>slow down</html>"), new FakeAnswer(429), new FakeAnswer(429) { Headers = [("Retry-After", "7")] });

        Task<JsonElement?> sent = _rest.SendAsync(RestUnderTest.Message());
        foreach (double seconds in (double[])[1.05, 2.05, 7.05])
            await _rest.Time.PassAsync(TimeSpan.FromSeconds(seconds));

        Assert.NotNull(await sent);
    }

    [Fact]
    public async Task Five_429_in_a_row_fail_the_request()
    {
        Discord.Script("POST", Messages, Enumerable.Repeat(FakeAnswer.SlowDown(1), 5));

        Task<JsonElement?> sent = _rest.SendAsync(RestUnderTest.Message());
        for (int tries = 0; tries < 4; tries++)
            await _rest.Time.PassAsync(TimeSpan.FromSeconds(1.05));

        DiscordUnavailableException fault = await Assert.ThrowsAsync<DiscordUnavailableException>(() => sent);
        Assert.Equal(TimeSpan.FromSeconds(1.05), fault.RetryAfter);
        Assert.Equal(5, Discord.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_told_instead_of_waited()
    {
        Discord.Script("POST", Messages, FakeAnswer.SlowDown(3600));

        DiscordUnavailableException fault = await Assert.ThrowsAsync<DiscordUnavailableException>(() => _rest.SendAsync(RestUnderTest.Message()));

        Assert.Equal(TimeSpan.FromSeconds(3600.05), fault.RetryAfter);
    }

    [Fact]
    public async Task No_second_sees_more_than_forty_five_requests_of_the_bot()
    {
        Task[] sent = [.. Enumerable.Range(1, 100).Select(channel => _rest.SendAsync(RestUnderTest.Message($"{channel}")))];
        await Discord.ArrivedAsync(GlobalLimit.Most);
        await _rest.Time.BeginsAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(45, Discord.Requests.Count);
        await _rest.SendAsync(new DiscordRequest(Routes.EditOriginal("900", "aToken")));

        _rest.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(91, (await Discord.ArrivedAsync(91)).Count);
        _rest.Time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(sent);
    }

    [Fact]
    public async Task Limits_of_interactions_that_are_over_are_forgotten()
    {
        for (int interaction = 1; interaction <= 1000; interaction++)
        {
            await _rest.SendAsync(new DiscordRequest(Routes.EditOriginal("900", $"token{interaction}")));
            _rest.Time.Advance(TimeSpan.FromSeconds(10));
        }

        // A quarter of an hour of them, and those since the last look.
        Assert.InRange(_rest.Client.RememberedLimits, 90, 90 + 256);
    }

    [Fact]
    public async Task A_request_that_is_given_up_while_it_waits_leaves_the_line_as_it_was()
    {
        Discord.Script("POST", Messages, FakeAnswer.NoContent.WithLimit("b", 1, 0, 5));
        await _rest.SendAsync(RestUnderTest.Message());
        using CancellationTokenSource gone = new();
        Task<JsonElement?> first = _rest.Client.SendAsync(RestUnderTest.Message(), gone.Token);
        Task<JsonElement?> second = _rest.Client.SendAsync(RestUnderTest.Message(), gone.Token);
        Task<JsonElement?> third = _rest.SendAsync(RestUnderTest.Message());

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await _rest.Time.PassAsync(TimeSpan.FromSeconds(5));

        await third;
        Assert.Equal(2, Discord.Requests.Count);
    }

    public void Dispose() => _rest.Dispose();
}
