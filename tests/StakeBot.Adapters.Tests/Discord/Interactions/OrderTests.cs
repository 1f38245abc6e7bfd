using System.Text.Json;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Adapters.Discord.Interactions;
using StakeBot.Bot.Chat;

namespace StakeBot.Adapters.Tests.Discord.Interactions;

public sealed class OrderTests : IDisposable
{
    private readonly SurfaceUnderTest _discord = new();

    public void Dispose() => _discord.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_person_does_is_taken_in_order_and_nobody_else_waits()
    {
        TaskCompletionSource<JsonElement?> slow = new();
        _discord.Wire.Script = request => request.Route.Path.Contains("/901/", StringComparison.Ordinal) ? slow.Task : null;

        Task first = _discord.DoesAsync(SurfaceUnderTest.Slash("act", id: "901", user: "1"));
        Task second = _discord.DoesAsync(SurfaceUnderTest.Slash("look", id: "902", user: "1"));
        await _discord.DoesAsync(SurfaceUnderTest.Slash("look", id: "903", user: "2"));
        Assert.Equal("903", _discord.Heard()!.MessageId);
        Assert.Null(_discord.Heard());

        slow.SetResult(null);
        await Task.WhenAll(first, second);
        Assert.Equal(["901", "902"], new[] { _discord.Heard()!.MessageId, _discord.Heard()!.MessageId });
    }

    [Fact]
    public async Task A_failure_does_not_hold_up_what_comes_after_it()
    {
        _discord.Wire.Script = request => request.Route.Path.Contains("/901/", StringComparison.Ordinal) ? throw new InvalidOperationException("A bug.") : null;

        await _discord.DoesAsync(SurfaceUnderTest.Slash("act", id: "901"));
        await _discord.DoesAsync(SurfaceUnderTest.Slash("act", id: "902"));

        Assert.Equal("902", _discord.Heard()!.MessageId);
    }

    [Fact]
    public async Task No_more_than_32_are_taken_up_at_one_time()
    {
        TaskCompletionSource<JsonElement?> answers = new();
        _discord.Wire.Script = _ => answers.Task;
        InteractionQueue queue = new(_discord.Time);
        for (int i = 0; i < 40; i++)
            Assert.True(queue.TryPost(JsonElement.Parse(SurfaceUnderTest.Slash("act", id: $"{900 + i}", user: $"{i}"))));
        using InteractionReader reader = new(queue, _discord.Pipeline);
        await reader.StartAsync(Ct);
        await Eventually.So(() => _discord.Wire.Sent.Count == InteractionReader.AtOnce, "as many are taken up as may be");
        Assert.Equal(40 - InteractionReader.AtOnce - 1, queue.Reader.Count);

        answers.SetResult(null);
        List<ChatMessage> heard = [];
        while (heard.Count < 40)
            heard.Add(await _discord.Inbox.Messages.ReadAsync(Ct));
        await reader.StopAsync(Ct);

        Assert.Equal(40, heard.DistinctBy(message => message.MessageId).Count());
    }
}
