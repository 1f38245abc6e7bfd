using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace StakeBot.Adapters.Web.Conversation;

/// <summary>The line to one open page. A page that does not keep up is cut off: it comes back by itself and asks for what it missed.</summary>
internal sealed class EventStream(IReadOnlyList<ChatEvent> missed, Action cutOff)
{
    private const int Capacity = 64;
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<ChatEvent> _events = Channel.CreateBounded<ChatEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Hands an event over without ever waiting.</summary>
    /// <returns>False when the page is gone or too slow, which ends the line.</returns>
    public bool Offer(ChatEvent one)
    {
        if (_events.Writer.TryWrite(one))
            return true;
        _events.Writer.TryComplete();
        cutOff();
        return false;
    }

    /// <summary>Lets the page have what was offered so far, and ends.</summary>
    public void End() => _events.Writer.TryComplete();

    public async IAsyncEnumerable<SseItem<string>> ReadAsync()
    {
        foreach (ChatEvent one in missed)
            yield return Item(one);
        yield return Item(ChatEvent.Ready);
        await foreach (ChatEvent one in _events.Reader.ReadAllAsync())
            yield return Item(one);
    }

    private static SseItem<string> Item(ChatEvent one) => new(one.Json, one.Kind)
    {
        EventId = one.Id is { } id ? FormattableString.Invariant($"{id}") : null,
        ReconnectionInterval = one == ChatEvent.Ready ? ComeBackAfter : null,
    };
}
