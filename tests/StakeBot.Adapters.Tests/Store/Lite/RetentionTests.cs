using StakeBot.Testing;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Lite;

public sealed class RetentionTests : IDisposable
{
    private readonly OpenLiteStore _open = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _open.Dispose();

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public async Task The_id_of_a_sent_message_is_free_after_more_than_30_days(int days, bool free)
    {
        await SendAsync("m1", 0);
        await SendAsync("m2", days);

        Assert.Equal(free, await _open.Outbox.TryAddAsync(Message("m1"), Ct));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public async Task A_taken_event_is_forgotten_after_more_than_30_days(int days, bool forgotten)
    {
        await _open.Inbox.TryTakeAsync("web", "1", null, Some.Moment, Ct);
        await _open.Inbox.TryTakeAsync("web", "2", null, Some.Moment.AddDays(days), Ct);

        Assert.Equal(forgotten, await _open.Inbox.TryTakeAsync("web", "1", null, Some.Moment.AddDays(days), Ct));
    }

    private async Task SendAsync(string id, int day)
    {
        await _open.Outbox.TryAddAsync(Message(id), Ct);
        await _open.Outbox.BeginSendAsync(id, Some.Moment.AddDays(day), Ct);
        await _open.Outbox.SentAsync(id, Some.Moment.AddDays(day), Ct);
    }
}
