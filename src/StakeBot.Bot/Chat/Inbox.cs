using System.Threading.Channels;

namespace StakeBot.Bot.Chat;

/// <summary>
/// Every message of every surface, in the order of arrival. Bounded: when it is full, surfaces wait, so that nothing is dropped.
/// An event that a platform delivers twice is taken once.
/// </summary>
public sealed class Inbox
{
    private const int Capacity = 256;
    private const int Remembered = 4096;

    private readonly Channel<ChatMessage> _messages = Channel.CreateBounded<ChatMessage>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly Lock _gate = new();
    private readonly HashSet<(string Platform, string Chat, string MessageId)> _seen = [];
    private readonly Queue<(string Platform, string Chat, string MessageId)> _order = new();

    /// <summary>The messages to handle; read by one reader.</summary>
    public ChannelReader<ChatMessage> Messages => _messages.Reader;

    /// <summary>Takes a message in.</summary>
    /// <returns>False when this event was taken before.</returns>
    public async ValueTask<bool> PostAsync(ChatMessage message, CancellationToken ct)
    {
        if (!FirstTime(message))
            return false;
        await _messages.Writer.WriteAsync(message, ct);
        return true;
    }

    private bool FirstTime(ChatMessage message)
    {
        (string, string, string) key = (message.Address.Platform, message.Address.Chat, message.MessageId);
        lock (_gate)
        {
            if (!_seen.Add(key))
                return false;
            _order.Enqueue(key);
            if (_order.Count > Remembered)
                _seen.Remove(_order.Dequeue());
            return true;
        }
    }
}
