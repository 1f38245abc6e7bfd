using System.Threading.Channels;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Bot.Chat;

/// <summary>
/// Every message of every surface, in the order of arrival. Bounded: when it is full, surfaces wait, so that nothing is dropped.
/// An event that a platform delivers twice is taken once; with a log, over restarts too.
/// </summary>
public sealed class Inbox(IInboxLog? log = null, TimeProvider? time = null)
{
    private const int Capacity = 256;
    private const int Remembered = 4096;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    private readonly Channel<ChatMessage> _messages = Channel.CreateBounded<ChatMessage>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly Lock _gate = new();
    private readonly HashSet<(string Platform, string Chat, string MessageId)> _seen = [];
    private readonly Queue<(string Platform, string Chat, string MessageId)> _order = new();

    /// <summary>The messages to handle; read by one reader.</summary>
    public ChannelReader<ChatMessage> Messages => _messages.Reader;

    /// <summary>Takes a message in.</summary>
    /// <returns>False when this event was taken before.</returns>
    /// <exception cref="StoreUnavailableException">It was not taken in, because that could not be noted. The platform may deliver it again.</exception>
    public async ValueTask<bool> PostAsync(ChatMessage message, CancellationToken ct)
    {
        if (!FirstTime(message) || !await FirstTimeEverAsync(message, ct))
            return false;
        // From here on nobody can keep or log a secret that was typed: the router tells its sender.
        await _messages.Writer.WriteAsync(message.Pressed is null ? message with { Text = SecretGuard.Cleaned(message.Text) } : message, ct);
        return true;
    }

    private bool FirstTime(ChatMessage message)
    {
        lock (_gate)
        {
            if (!_seen.Add(KeyOf(message)))
                return false;
            _order.Enqueue(KeyOf(message));
            if (_order.Count > Remembered)
                _seen.Remove(_order.Dequeue());
            return true;
        }
    }

    private async Task<bool> FirstTimeEverAsync(ChatMessage message, CancellationToken ct)
    {
        if (log is null || !message.MayComeAgain)
            return true;
        try
        {
            string eventId = $"{message.Address.Chat}/{message.MessageId}";
            return await log.TryTakeAsync(message.Address.Platform, eventId, message.Position, _time.GetUtcNow(), ct);
        }
        catch
        {
            // Not taken: when it is delivered again, the log decides whether it had been.
            lock (_gate)
                _seen.Remove(KeyOf(message));
            throw;
        }
    }

    private static (string Platform, string Chat, string MessageId) KeyOf(ChatMessage message) =>
        (message.Address.Platform, message.Address.Chat, message.MessageId);
}
