using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Jobs;

public sealed class ClockWatchTests : IDisposable
{
    private readonly SteppedTime _time = new(Some.Moment);
    private readonly FakeOutbox _outbox = new();
    private readonly Numerais _numerai;
    private readonly ClockTrust _trust = new();
    private readonly ClockWatch _watch;

    public ClockWatchTests()
    {
        _numerai = new Numerais(_time);
        OwnerAlerts alerts = new(new Roster([], new FakeStore()), _time);
        _watch = new ClockWatch(alerts, _trust, new OutboxSignal(), _time, NullLogger<ClockWatch>.Instance, _outbox, _numerai);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private List<string> Told => [.. _outbox.All.Select(message => JsonElement.Parse(message.Body).GetProperty("text").GetString()!)];

    public void Dispose() => _watch.Dispose();

    [Fact]
    public async Task A_clock_that_is_right_is_nothing_to_tell()
    {
        await PassesAsync(60);

        Assert.Empty(Told);
        Assert.Equal(6, _numerai.Asked);
    }

    [Theory]
    [InlineData(3600, "jumped by +3600 s")]
    [InlineData(-3600, "jumped by -3600 s")]
    [InlineData(-30, "jumped by -30 s")]
    public async Task A_clock_that_jumps_is_told_once(int seconds, string told)
    {
        await PassesAsync(5);

        _time.Set(_time.GetUtcNow().AddSeconds(seconds));
        await PassesAsync(2);

        Assert.Contains(told, Assert.Single(Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minute_s_difference_is_not_trusted_until_it_is_gone()
    {
        await PassesAsync(1);
        Assert.Null(_trust.WhyNot());
        _numerai.Behind = TimeSpan.FromSeconds(61);
        await PassesAsync(10);
        Assert.Contains("by +61 s", _trust.WhyNot(), StringComparison.Ordinal);
        _numerai.Behind = TimeSpan.Zero;
        await PassesAsync(1);
        Assert.Null(_trust.WhyNot());
    }

    [Fact]
    public async Task A_clock_that_differs_from_Numerai_s_is_told_once_until_it_is_right_again()
    {
        _numerai.Behind = TimeSpan.FromSeconds(7);
        await PassesAsync(40);
        Assert.Contains("differs from Numerai's by +7 s", Assert.Single(Told), StringComparison.Ordinal);

        _numerai.Behind = TimeSpan.FromSeconds(4);
        await PassesAsync(20);
        _numerai.Behind = TimeSpan.FromSeconds(-8);
        await PassesAsync(20);

        Assert.Equal(2, Told.Count);
        Assert.Contains("by -8 s", Told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numerai_out_of_reach_is_no_fault_of_the_clock()
    {
        _numerai.IsOut = true;

        await PassesAsync(30);

        Assert.Empty(Told);
    }

    private async Task PassesAsync(int minutes)
    {
        for (int minute = 0; minute < minutes; minute++)
        {
            _time.Advance(ClockWatch.Every);
            await _watch.LookAsync(Ct);
        }
    }

    private sealed class Numerais(TimeProvider time) : IServerClock
    {
        public TimeSpan Behind { get; set; }

        public bool IsOut { get; set; }

        public int Asked { get; private set; }

        public Task<DateTimeOffset> ReadAsync(CancellationToken ct)
        {
            Asked++;
            return IsOut
                ? throw new NumeraiUnavailableException("Numerai did not answer.")
                : Task.FromResult(time.GetUtcNow() - Behind);
        }
    }
}
