using StakeBot.Adapters.Discord;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class IdentifyBudgetTests : IDisposable
{
    private readonly WatchedTime _time = new();
    private readonly IdentifyBudget _budget;

    public IdentifyBudgetTests() => _budget = new IdentifyBudget(new Monotonic(_time), shards: 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_at_a_time_and_five_seconds_apart()
    {
        IdentifyTurn first = await _budget.TurnAsync(Ct);
        Task<IdentifyTurn> second = _budget.TurnAsync(Ct);
        Assert.False(second.IsCompleted);

        first.Use();
        await _time.PassAsync(TimeSpan.FromSeconds(5));

        (await second).Use();
        Assert.Equal(2, _budget.Begun);
    }

    [Fact]
    public async Task A_turn_that_is_let_go_does_not_count()
    {
        (await _budget.TurnAsync(Ct)).Dispose();

        using IdentifyTurn next = await _budget.TurnAsync(Ct);

        Assert.Equal(0, _budget.Begun);
    }

    [Fact]
    public void What_earlier_runs_began_counts_until_Discord_forgets_it()
    {
        _budget.Told(total: 1000, remaining: 900, TimeSpan.FromHours(3));
        Assert.True(_budget.IsUsedUp);

        _time.Advance(TimeSpan.FromHours(3));

        Assert.False(_budget.IsUsedUp);
    }

    [Fact]
    public async Task What_this_run_began_is_not_counted_twice()
    {
        for (int begun = 0; begun < 2; begun++)
        {
            (await _budget.TurnAsync(Ct)).Use();
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        _budget.Told(total: 1000, remaining: 990, TimeSpan.FromHours(3));

        Assert.Equal(10, _budget.Begun);
        _time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, _budget.Begun);
    }

    [Fact]
    public async Task With_none_left_the_reset_is_waited_for()
    {
        _budget.Told(total: 1, remaining: 0, TimeSpan.FromHours(2));

        Task<IdentifyTurn> turn = _budget.TurnAsync(Ct);
        await _time.PassAsync(TimeSpan.FromHours(2));

        (await turn).Dispose();
    }

    [Fact]
    public async Task With_few_left_they_are_a_minute_apart()
    {
        _budget.Told(total: 60, remaining: 40, TimeSpan.FromHours(2));
        (await _budget.TurnAsync(Ct)).Use();

        Task<IdentifyTurn> turn = _budget.TurnAsync(Ct);
        await _time.PassAsync(TimeSpan.FromMinutes(1));

        (await turn).Dispose();
    }

    [Fact]
    public async Task Waiting_for_a_turn_can_be_given_up()
    {
        (await _budget.TurnAsync(Ct)).Use();
        using CancellationTokenSource gone = new();
        Task<IdentifyTurn> waiting = _budget.TurnAsync(gone.Token);
        await _time.BeginsAsync(TimeSpan.FromSeconds(5));

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _time.Advance(TimeSpan.FromSeconds(5));
        (await _budget.TurnAsync(Ct)).Dispose();
    }

    public void Dispose() => _budget.Dispose();
}
