using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Jobs;

/// <summary>
/// Gives the buttons a new key every thirty days. Buttons signed with the key before it work for as long again, which is longer than any proposal waits.
/// </summary>
internal sealed class TapKeyRotation(ITapKeys keys, TimeProvider time, ILogger<TapKeyRotation> logger) : BackgroundService
{
    /// <summary>How long a key signs.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(30);

    private static readonly TimeSpan Look = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using PeriodicTimer timer = new(Look, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Changes the key if it has signed long enough.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        if (time.GetUtcNow() - keys.Current.Since < Every)
            return;
        try
        {
            await keys.RotateAsync(ct);
            BotLog.TapKeyRotated(logger);
        }
        catch (IOException fault)
        {
            BotLog.TapKeyNotRotated(logger, fault);
        }
    }
}
