using StakeBot.Bot.Chat;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Chat;

public sealed class InboxTests
{
    private readonly FakeInboxLog _log = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_that_comes_again_after_a_restart_is_not_taken_again()
    {
        Assert.True(await new Inbox(_log).PostAsync(Event("ana", "7"), Ct));

        Inbox afterwards = new(_log);
        Assert.False(await afterwards.PostAsync(Event("ana", "7"), Ct));
        Assert.True(await afterwards.PostAsync(Event("ben", "7"), Ct));
        Assert.True(await afterwards.PostAsync(Event("ana", "8"), Ct));
    }

    [Fact]
    public async Task The_place_to_read_on_is_kept_with_the_event()
    {
        await new Inbox(_log).PostAsync(Event("ana", "7") with { Position = "8" }, Ct);

        Assert.Equal("8", await _log.PositionAsync("test", Ct));
    }

    [Fact]
    public async Task What_cannot_be_noted_is_not_taken_and_may_come_again()
    {
        Inbox inbox = new(_log);
        _log.Broken = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => inbox.PostAsync(Event("ana", "7"), Ct).AsTask());
        Assert.False(inbox.Messages.TryRead(out _));

        _log.Broken = false;
        Assert.True(await inbox.PostAsync(Event("ana", "7"), Ct));
        Assert.True(inbox.Messages.TryRead(out _));
    }

    [Fact]
    public async Task A_surface_that_ends_with_the_process_does_not_need_the_log()
    {
        Inbox inbox = new(_log);
        _log.Broken = true;

        Assert.True(await inbox.PostAsync(Event("ana", "7") with { MayComeAgain = false }, Ct));
        Assert.False(await inbox.PostAsync(Event("ana", "7") with { MayComeAgain = false }, Ct));
    }

    private static ChatMessage Event(string chat, string id) =>
        new(new ChatAddress("test", chat), new PlatformIdentity("test", chat, chat), "/status", id);
}
