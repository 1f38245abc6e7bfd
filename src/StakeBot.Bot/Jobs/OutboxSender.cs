using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Jobs;

/// <summary>Brings what waits in the outbox to its readers, each platform for itself. Without an outbox there is nothing to bring.</summary>
internal sealed class OutboxSender : BackgroundService
{
    private readonly PlatformOutbox[] _platforms;
    private readonly Delivery? _delivery;

    public OutboxSender(
        IEnumerable<IChat> chats,
        IEnumerable<IOutgoingText> texts,
        OutboxSignal signal,
        TimeProvider time,
        ILogger<OutboxSender> logger,
        ILogger<Delivery> deliveries,
        Failpoints failpoints,
        IOutbox? outbox = null)
    {
        if (outbox is null)
        {
            _platforms = [];
            return;
        }
        _delivery = new Delivery(outbox, texts, failpoints, time, deliveries);
        _platforms = [.. chats.Select(chat => new PlatformOutbox(chat, outbox, _delivery, signal, time, logger))];
    }

    /// <summary>Sends everything that is due now, and returns. Only while the sender is not started.</summary>
    public Task DrainAsync(CancellationToken ct) => ExecuteTask is null
        ? Task.WhenAll(_platforms.Select(platform => platform.DrainAsync(ct)))
        : throw new InvalidOperationException("The sender is running: it drains by itself.");

    public override void Dispose()
    {
        base.Dispose();
        _delivery?.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_platforms.Select(platform => platform.RunAsync(stoppingToken)));
}
