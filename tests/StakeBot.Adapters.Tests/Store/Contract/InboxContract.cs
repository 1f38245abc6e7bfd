using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Store.Contract;

/// <summary>What every store promises of events that came in, and of who may take them.</summary>
public abstract class InboxContract : IDisposable
{
    private readonly OpenStore _open;

    private protected InboxContract(OpenStore open) => _open = open;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _open.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_event_is_taken_once_over_restarts()
    {
        Assert.True(await _open.Inbox.TryTakeAsync("telegram", "7", null, Some.Moment, Ct));
        _open.Restart();

        Assert.False(await _open.Inbox.TryTakeAsync("telegram", "7", null, Some.Moment, Ct));
        Assert.True(await _open.Inbox.TryTakeAsync("discord", "7", null, Some.Moment, Ct));
        Assert.True(await _open.Inbox.TryTakeAsync("telegram", "8", null, Some.Moment, Ct));
    }

    [Fact]
    public async Task The_position_comes_with_the_event()
    {
        Assert.Null(await _open.Inbox.PositionAsync("telegram", Ct));
        await _open.Inbox.TryTakeAsync("telegram", "7", "8", Some.Moment, Ct);
        await _open.Inbox.TryTakeAsync("telegram", "8", null, Some.Moment, Ct);
        await _open.Inbox.TryTakeAsync("telegram", "7", "99", Some.Moment, Ct);
        _open.Restart();

        Assert.Equal("8", await _open.Inbox.PositionAsync("telegram", Ct));
        Assert.Null(await _open.Inbox.PositionAsync("discord", Ct));
    }

    [Fact]
    public async Task Of_50_that_take_an_event_at_once_one_gets_it()
    {
        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _open.Inbox.TryTakeAsync("web", "1", null, Some.Moment, Ct), Ct)));

        Assert.Single(taken, true);
    }

    [Fact]
    public async Task The_only_process_holds_every_role() => Assert.True(await _open.Leadership.TryHoldAsync("executor", Ct));
}
