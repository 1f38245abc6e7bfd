using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Contract;

/// <summary>What every store promises of messages on their way.</summary>
public abstract class OutboxContract : IDisposable
{
    private readonly OpenStore _open;

    private protected OutboxContract(OpenStore open) => _open = open;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IOutbox Outbox => _open.Outbox;

    public void Dispose()
    {
        _open.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_message_is_stored_once_and_comes_back_as_it_was()
    {
        OutgoingMessage message = Message("m1");

        Assert.True(await Outbox.TryAddAsync(message, Ct));
        Assert.False(await Outbox.TryAddAsync(message with { Body = "{}" }, Ct));
        _open.Restart();

        Assert.Equal(new PendingMessage(message, 0, null), Assert.Single(await Outbox.DueAsync("web", Some.Moment, 10, Ct)));
    }

    [Fact]
    public async Task What_is_due_comes_by_priority_then_by_age()
    {
        await Outbox.TryAddAsync(Message("d", OutgoingPriority.Digest), Ct);
        await Outbox.TryAddAsync(Message("z", OutgoingPriority.Confirmation), Ct);
        _open.Restart();
        await Outbox.TryAddAsync(Message("b", OutgoingPriority.Confirmation), Ct);
        await Outbox.TryAddAsync(Message("a", OutgoingPriority.Answer), Ct);
        await Outbox.TryAddAsync(Message("other", OutgoingPriority.Answer, platform: "telegram"), Ct);

        Assert.Equal(["a", "z", "b", "d"], await IdsAsync(Some.Moment));
        Assert.Equal(["a", "z"], (await Outbox.DueAsync("web", Some.Moment, 2, Ct)).Select(pending => pending.Message.Id));
    }

    [Fact]
    public async Task A_message_is_not_due_before_its_time()
    {
        await Outbox.TryAddAsync(Message("later", notBefore: Some.Moment.AddMinutes(5)), Ct);

        Assert.Empty(await IdsAsync(Some.Moment.AddMinutes(5).AddMilliseconds(-1)));
        Assert.Equal(["later"], await IdsAsync(Some.Moment.AddMinutes(5)));
    }

    [Fact]
    public async Task A_send_that_a_kill_interrupted_is_due_again_and_known()
    {
        await Outbox.TryAddAsync(Message("m1"), Ct);
        await Outbox.BeginSendAsync("m1", Some.Moment.AddSeconds(1), Ct);
        _open.Restart();

        PendingMessage interrupted = Assert.Single(await Outbox.DueAsync("web", Some.Moment.AddSeconds(2), 10, Ct));

        Assert.Equal(1, interrupted.Attempts);
        Assert.Equal(Some.Moment.AddSeconds(1), interrupted.SendingSince);
    }

    [Fact]
    public async Task A_message_that_did_not_arrive_is_due_again_when_it_was_said()
    {
        await Outbox.TryAddAsync(Message("m1"), Ct);
        await Outbox.BeginSendAsync("m1", Some.Moment, Ct);
        await Outbox.NotSentAsync("m1", Some.Moment.AddMinutes(1), "429", Ct);
        _open.Restart();

        Assert.Empty(await IdsAsync(Some.Moment.AddSeconds(59)));
        PendingMessage again = Assert.Single(await Outbox.DueAsync("web", Some.Moment.AddMinutes(1), 10, Ct));
        Assert.Equal(1, again.Attempts);
        Assert.Null(again.SendingSince);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_over_is_never_due_again_and_its_id_stays_taken(bool arrived)
    {
        await Outbox.TryAddAsync(Message("m1"), Ct);
        await Outbox.BeginSendAsync("m1", Some.Moment, Ct);
        await (arrived ? Outbox.SentAsync("m1", Some.Moment, Ct) : Outbox.NotSentAsync("m1", null, "the chat is gone", Ct));
        await Outbox.SentAsync("m1", Some.Moment, Ct);
        await Outbox.NotSentAsync("m1", Some.Moment, "told twice", Ct);
        _open.Restart();

        Assert.Empty(await IdsAsync(Some.Moment.AddYears(1)));
        Assert.False(await Outbox.TryAddAsync(Message("m1"), Ct));
        Assert.True(await _open.Store.TryTransitionAsync(new Transition(Entry(), [], [Message("m1"), Message("m2")]), Ct));
        Assert.Equal(["m2"], await IdsAsync(Some.Moment));
    }

    [Fact]
    public async Task A_larger_message_than_the_store_takes_is_a_fault_of_the_program() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Outbox.TryAddAsync(Message("m1") with { Body = new string('x', 4096) }, Ct));

    private async Task<IEnumerable<string>> IdsAsync(DateTimeOffset now) => (await Outbox.DueAsync("web", now, 10, Ct)).Select(pending => pending.Message.Id);
}
