using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Jobs;

/// <summary>
/// Tells the owner when this machine's clock cannot be relied on: it jumped, or it differs from Numerai's. Deadlines are kept all the same by what
/// Numerai takes, but expiries and digests are then early or late. One alert until the clock is right again.
/// </summary>
internal sealed class ClockWatch(OwnerAlerts alerts, ClockTrust trust, OutboxSignal signal, TimeProvider time, ILogger<ClockWatch> logger, IOutbox? outbox = null, IServerClock? numerai = null)
    : BackgroundService
{
    /// <summary>How often the clock is compared with the steady one.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private const int LooksBetweenAnswers = 10;

    private readonly ClockJump _clock = new(time);
    private int _looks;
    private bool _isTold;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using PeriodicTimer timer = new(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LookAsync(stoppingToken);
    }

    /// <summary>Compares the clock with the steady one since the last look, and now and then with Numerai's.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        bool hasJumped = _clock.Look() is var jump && jump != TimeSpan.Zero;
        if (hasJumped)
            await TellAsync($"This machine's clock jumped by {Seconds(jump)}.", ct);
        if (_looks++ % LooksBetweenAnswers == 0 || hasJumped || trust.WhyNot() is not null)
            await CompareAsync(ct);
    }

    private async Task CompareAsync(CancellationToken ct)
    {
        if (numerai is null)
            return;
        try
        {
            long asked = time.GetTimestamp();
            DateTimeOffset theirs = await numerai.ReadAsync(ct);
            // What the answer took is no difference of clocks.
            TimeSpan off = time.GetUtcNow() - theirs;
            trust.Compared(off);
            if (off.Duration() > ClockJump.Tolerated + time.GetElapsedTime(asked))
                await TellAsync($"This machine's clock differs from Numerai's by {Seconds(off)}.", ct);
            else
                _isTold = false;
        }
        catch (NumeraiUnavailableException unavailable)
        {
            BotLog.ClockNotCompared(logger, unavailable.Message);
        }
    }

    private async Task TellAsync(string what, CancellationToken ct)
    {
        BotLog.ClockIsOff(logger, what);
        if (outbox is null || _isTold)
            return;
        try
        {
            foreach (OutgoingMessage message in await alerts.ForOwnerAsync($"{what} Set it right (NTP): confirmations expire by it. Nothing was changed.", ct))
                await outbox.TryAddAsync(message, ct);
            _isTold = true;
            signal.Wake();
        }
        catch (StoreUnavailableException unavailable)
        {
            BotLog.StoreUnavailable(logger, unavailable.Message);
        }
    }

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:+0;-0} s");
}
