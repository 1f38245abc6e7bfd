using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Telegram.Sending;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Telegram.Sending;

public sealed class PaceTests
{
    private readonly FakeTimeProvider _time = new(Some.Moment);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_few_go_at_once_and_then_one_a_second()
    {
        SendPace pace = new(_time);
        List<TimeSpan> turns = await TurnsAsync(pace, chat: 1, count: 8, isAnswer: true);

        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 3], turns.Select(turn => Math.Round(turn.TotalSeconds)));
    }

    [Fact]
    public async Task A_group_gets_twenty_a_minute()
    {
        SendPace pace = new(_time);
        List<TimeSpan> turns = await TurnsAsync(pace, chat: -1, count: 26, isAnswer: true);

        Assert.Equal(60, Math.Round(turns[^1].TotalSeconds));
    }

    [Fact]
    public async Task All_together_get_twenty_five_a_second()
    {
        SendPace pace = new(_time);
        List<TimeSpan> turns = [];
        for (int chat = 1; chat <= 75; chat++)
            turns.AddRange(await TurnsAsync(pace, chat, 1, isAnswer: true));

        Assert.Equal(2, turns[^1].TotalSeconds, 0.1);
    }

    [Fact]
    public async Task What_was_not_asked_for_leaves_room_for_an_answer()
    {
        SendPace pace = new(_time);
        await TurnsAsync(pace, chat: 1, count: 3, isAnswer: false);

        Assert.Equal(TimeSpan.Zero, (await TurnsAsync(pace, 1, 1, isAnswer: true))[0] - (_time.GetUtcNow() - Some.Moment));
        Assert.False(pace.EnterAsync(1, isAnswer: false, Ct).IsCompleted);
    }

    [Fact]
    public async Task Nothing_goes_while_Telegram_asks_to_wait_and_other_conversations_go_on()
    {
        SendPace pace = new(_time);
        pace.Hold(1, TimeSpan.FromSeconds(20));

        Task<IDisposable> held = pace.EnterAsync(1, isAnswer: true, Ct);
        using IDisposable other = await pace.EnterAsync(2, isAnswer: true, Ct);
        _time.Advance(TimeSpan.FromSeconds(19.9));
        Assert.False(held.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));

        (await held).Dispose();
    }

    [Fact]
    public async Task In_a_conversation_one_goes_after_the_other()
    {
        SendPace pace = new(_time);
        IDisposable first = await pace.EnterAsync(1, isAnswer: true, Ct);
        Task<IDisposable> second = pace.EnterAsync(1, isAnswer: true, Ct);
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public void Pauses_double_up_to_a_minute_and_are_never_the_same_for_everybody()
    {
        Backoff longest = new(() => 0);
        Backoff shortest = new(() => 1);

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(faults => longest.After(faults).TotalSeconds));
        Assert.Equal(0.5, shortest.After(1).TotalSeconds);
        Assert.Equal(30, shortest.After(1_000_000).TotalSeconds);
    }

    private async Task<List<TimeSpan>> TurnsAsync(SendPace pace, long chat, int count, bool isAnswer)
    {
        List<TimeSpan> turns = [];
        for (int turn = 0; turn < count; turn++)
        {
            Task<IDisposable> entering = pace.EnterAsync(chat, isAnswer, Ct);
            while (!entering.IsCompleted)
            {
                _time.Advance(TimeSpan.FromMilliseconds(20));
                await Task.Yield();
            }
            (await entering).Dispose();
            turns.Add(_time.GetUtcNow() - Some.Moment);
        }
        return turns;
    }
}
