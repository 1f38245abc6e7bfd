using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Numerai.Wire;

namespace StakeBot.Adapters.Tests.Numerai;

public sealed class OperationPaceTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void As_many_as_are_allowed_go_at_once_and_the_next_waits_for_the_window()
    {
        OperationPace pace = new(3, Window, _time);

        Task[] starts = [.. Enumerable.Range(0, 5).Select(_ => pace.WaitAsync(Ct))];
        Assert.Equal([true, true, true, false, false], starts.Select(start => start.IsCompleted));

        _time.Advance(Window);
        Assert.Equal(3, starts.Count(start => start.IsCompleted));
        _time.Advance(Window * 0.1);
        Assert.Equal(5, starts.Count(start => start.IsCompleted));
    }

    [Fact]
    public async Task No_window_ever_holds_more_than_is_allowed()
    {
        OperationPace pace = new(4, Window, _time);
        List<DateTimeOffset> starts = [];
        for (int k = 0; k < 40; k++)
        {
            Task start = pace.WaitAsync(Ct);
            while (!start.IsCompleted)
                _time.Advance(TimeSpan.FromMilliseconds(250));
            await start;
            starts.Add(_time.GetUtcNow());
            if (k % 3 == 0)
                _time.Advance(TimeSpan.FromSeconds(k % 5));
        }

        Assert.All(starts, first => Assert.InRange(starts.Count(start => start >= first && start < first + Window), 1, 4));
    }

    [Fact]
    public void Too_many_waits_as_long_as_it_is_asked_to_and_goes_at_half_the_pace_afterwards()
    {
        OperationPace pace = new(4, Window, _time);
        pace.Slow(TimeSpan.FromSeconds(30));

        Task[] starts = [.. Enumerable.Range(0, 4).Select(_ => pace.WaitAsync(Ct))];
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.DoesNotContain(starts, start => start.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, starts.Count(start => start.IsCompleted));
        _time.Advance(Window * 1.1);
        Assert.Equal(4, starts.Count(start => start.IsCompleted));
    }

    [Fact]
    public void After_ten_quiet_windows_it_goes_at_full_pace_again()
    {
        OperationPace pace = new(4, Window, _time);
        pace.Slow(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1) + Window * 11.1);

        Task[] starts = [.. Enumerable.Range(0, 5).Select(_ => pace.WaitAsync(Ct))];

        Assert.Equal(4, starts.Count(start => start.IsCompleted));
    }
}
