using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;
using static StakeBot.Adapters.Tests.Store.SomeStored;

namespace StakeBot.Adapters.Tests.Store.Contract;

/// <summary>What every store promises of what is to happen.</summary>
public abstract class DueWorkContract : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly OpenStore _open;

    private protected DueWorkContract(OpenStore open) => _open = open;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDueWork Due => _open.Due;

    public void Dispose()
    {
        _open.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_item_can_be_entered_moved_and_taken_out()
    {
        await Due.PutAsync(Item("a", 5), Ct);
        await Due.PutAsync(Item("a", 9), Ct);
        _open.Restart();

        Assert.Equal(Item("a", 9), await Due.FindAsync("a", Ct));
        await Due.RemoveAsync("a", Ct);
        await Due.RemoveAsync("never there", Ct);
        Assert.Null(await Due.FindAsync("a", Ct));
    }

    [Fact]
    public async Task What_is_due_is_claimed_earliest_first_and_by_kind()
    {
        await Due.PutAsync(Item("c", 3), Ct);
        await Due.PutAsync(Item("b", 1), Ct);
        await Due.PutAsync(Item("a", 2), Ct);
        await Due.PutAsync(Item("later", 4), Ct);
        await Due.PutAsync(Item("other", 0, "digest-2"), Ct);

        Assert.Equal(["b", "a"], (await ClaimAsync(3, most: 2)).Select(claim => claim.Item.Id));
        Assert.Equal(["c"], (await ClaimAsync(3)).Select(claim => claim.Item.Id));
        Assert.Empty(await ClaimAsync(3));
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_claimed_by_another_and_the_first_has_lost_it()
    {
        await Due.PutAsync(Item("a"), Ct);
        ClaimedItem first = Assert.Single(await ClaimAsync(0));
        _open.Restart();
        Assert.Empty(await Due.ClaimAsync("digest", Some.Moment + Lease - TimeSpan.FromMilliseconds(1), Lease, 10, Ct));

        ClaimedItem second = Assert.Single(await Due.ClaimAsync("digest", Some.Moment + Lease, Lease, 10, Ct));

        Assert.True(second.Fence > first.Fence);
        Assert.False(await Due.CompleteAsync(first, "digest:a:1", null, [Message("m1")], Ct));
        Assert.NotNull(await Due.FindAsync("a", Ct));
        Assert.True(await Due.CompleteAsync(second, "digest:a:1", null, [Message("m2")], Ct));
        Assert.Equal(["m2"], await OutgoingAsync());
    }

    [Fact]
    public async Task A_completed_item_goes_to_its_next_time_with_its_messages()
    {
        await Due.PutAsync(Item("a"), Ct);
        ClaimedItem claim = Assert.Single(await ClaimAsync(0));

        Assert.True(await Due.CompleteAsync(claim, "digest:a:1", Item("a", 10), [Message("m1")], Ct));
        _open.Restart();

        Assert.Empty(await ClaimAsync(9));
        Assert.Single(await ClaimAsync(10));
        Assert.Equal(["m1"], await OutgoingAsync());
    }

    [Fact]
    public async Task An_occurrence_happens_once_and_the_item_goes_on_all_the_same()
    {
        await Due.PutAsync(Item("a"), Ct);
        await Due.CompleteAsync(Assert.Single(await ClaimAsync(0)), "digest:a:1", Item("a", 0), [Message("m1")], Ct);
        ClaimedItem again = Assert.Single(await ClaimAsync(0));

        Assert.False(await Due.CompleteAsync(again, "digest:a:1", Item("a", 10), [Message("m2")], Ct));

        Assert.Equal(Item("a", 10), await Due.FindAsync("a", Ct));
        Assert.Equal(["m1"], await OutgoingAsync());
    }

    [Fact]
    public async Task Many_are_completed_in_one_step_and_each_for_itself()
    {
        await Due.PutAsync(Item("a"), Ct);
        await Due.PutAsync(Item("b"), Ct);
        await Due.PutAsync(Item("c"), Ct);
        IReadOnlyList<ClaimedItem> claims = await ClaimAsync(0);
        await Due.PutAsync(Item("b", 0), Ct);

        IReadOnlyList<bool> counted = await Due.CompleteAsync(
            [
                new Completion(claims[0], "digest:a:1", Item("a", 60), [Message("m1")]),
                new Completion(claims[1], "digest:b:1", null, [Message("m2")]),
                new Completion(claims[2], "digest:a:1", null, [Message("m3")]),
            ],
            Ct);
        _open.Restart();

        // The claim on b was lost; what c stands for had happened already.
        Assert.Equal([true, false, false], counted);
        Assert.Equal(["m1"], await OutgoingAsync());
        Assert.Equal(Item("a", 60), await Due.FindAsync("a", Ct));
        Assert.Equal(Item("b", 0), await Due.FindAsync("b", Ct));
        Assert.Null(await Due.FindAsync("c", Ct));
        Assert.Empty(await Due.CompleteAsync([], Ct));
    }

    [Fact]
    public async Task Completing_twice_counts_once()
    {
        await Due.PutAsync(Item("a"), Ct);
        ClaimedItem claim = Assert.Single(await ClaimAsync(0));

        Assert.True(await Due.CompleteAsync(claim, "digest:a:1", null, [], Ct));
        Assert.False(await Due.CompleteAsync(claim, "digest:a:2", null, [Message("m1")], Ct));

        Assert.Empty(await OutgoingAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_claim_on_an_item_that_was_moved_or_entered_anew_is_lost(bool removed)
    {
        await Due.PutAsync(Item("a"), Ct);
        ClaimedItem claim = Assert.Single(await ClaimAsync(0));
        if (removed)
            await Due.RemoveAsync("a", Ct);
        await Due.PutAsync(Item("a", 0), Ct);
        ClaimedItem another = Assert.Single(await ClaimAsync(0));

        Assert.False(await Due.CompleteAsync(claim, "digest:a:1", null, [], Ct));
        Assert.True(await Due.CompleteAsync(another, "digest:a:1", null, [], Ct));
    }

    [Fact]
    public async Task Of_50_claims_at_once_one_gets_the_item()
    {
        await Due.PutAsync(Item("a"), Ct);

        IReadOnlyList<ClaimedItem>[] claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ClaimAsync(0), Ct)));

        Assert.Single(claims.SelectMany(claim => claim));
    }

    [Fact]
    public async Task An_item_goes_on_only_as_itself()
    {
        await Due.PutAsync(Item("a"), Ct);
        ClaimedItem claim = Assert.Single(await ClaimAsync(0));

        await Assert.ThrowsAsync<ArgumentException>(() => Due.CompleteAsync(claim, "digest:a:1", Item("b"), [], Ct));
    }

    private Task<IReadOnlyList<ClaimedItem>> ClaimAsync(int minute, int most = 10) =>
        Due.ClaimAsync("digest", Some.Moment.AddMinutes(minute), Lease, most, Ct);

    private async Task<IEnumerable<string>> OutgoingAsync() =>
        (await _open.Outbox.DueAsync("web", Some.Moment, 10, Ct)).Select(pending => pending.Message.Id);
}
