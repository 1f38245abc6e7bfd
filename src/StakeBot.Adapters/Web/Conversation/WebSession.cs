using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;

namespace StakeBot.Adapters.Web.Conversation;

/// <summary>One browser's conversation, shown by all of its pages.</summary>
internal sealed class WebSession(string id)
{
    // A browser holds six connections to one address. Pages beyond the fourth take the line of the oldest, so that one is always left to send with.
    private const int MostStreams = 4;
    private const int MessagesRemembered = 1024;

    /// <summary>Whoever can read the console is the machine's own user: the same person in every browser.</summary>
    public static readonly PlatformIdentity Owner = new(WebChat.Name, "local", "you");

    private readonly Lock _gate = new();
    private readonly History _history = new();
    private readonly LinkedList<EventStream> _streams = new();
    private readonly HashSet<string> _said = [];
    private readonly Queue<string> _saidOrder = new();
    private bool _greeted;
    private int _lastMessage;

    /// <summary>Names the conversation; no secret.</summary>
    public string Id { get; } = id;

    public ChatAddress Address { get; } = new(WebChat.Name, id);

    /// <summary>Whether a page of it is open.</summary>
    public bool HasPage
    {
        get
        {
            lock (_gate)
                return _streams.Count > 0;
        }
    }

    /// <summary>True once: the first page of a new session greets.</summary>
    public bool TakeGreeting()
    {
        lock (_gate)
            return !_greeted && (_greeted = true);
    }

    /// <summary>Adds what the person said.</summary>
    /// <returns>False when this message was said before.</returns>
    public bool Say(string messageId, string json)
    {
        lock (_gate)
        {
            if (!_said.Add(messageId))
                return false;
            _saidOrder.Enqueue(messageId);
            if (_saidOrder.Count > MessagesRemembered)
                _said.Remove(_saidOrder.Dequeue());
            Offer(_history.Append(ChatEvent.Said, json));
            return true;
        }
    }

    /// <summary>The id of the next message of the bot.</summary>
    public string NewMessageId() => Interlocked.Increment(ref _lastMessage).ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds what the bot said.</summary>
    public void Reply(string messageId, string json)
    {
        lock (_gate)
            Offer(_history.Append(ChatEvent.Replied, json, messageId));
    }

    /// <summary>Replaces what the bot said, on every open page and on those that are opened later.</summary>
    /// <returns>False when the message is no longer kept.</returns>
    public bool Edit(string messageId, string json)
    {
        lock (_gate)
        {
            if (_history.Edit(messageId, json) is not { } edited)
                return false;
            Offer(edited);
            return true;
        }
    }

    /// <summary>Tells the open pages something that nobody needs to know later.</summary>
    public void Tell(ChatEvent passing)
    {
        lock (_gate)
            Offer(passing);
    }

    /// <summary>A new page's line: what it has not seen yet, then everything that comes.</summary>
    public EventStream Follow(long? seen, Action cutOff)
    {
        lock (_gate)
        {
            EventStream stream = new(_history.Since(seen), cutOff);
            _streams.AddLast(stream);
            if (_streams.Count > MostStreams)
            {
                EventStream oldest = _streams.First!.Value;
                _streams.RemoveFirst();
                if (oldest.Offer(ChatEvent.Paused))
                    oldest.End();
            }
            return stream;
        }
    }

    public void Leave(EventStream stream)
    {
        lock (_gate)
            _streams.Remove(stream);
        stream.End();
    }

    /// <summary>Closes every line.</summary>
    public void End()
    {
        lock (_gate)
        {
            foreach (EventStream stream in _streams)
                stream.End();
            _streams.Clear();
        }
    }

    private void Offer(ChatEvent one)
    {
        for (LinkedListNode<EventStream>? node = _streams.First; node is not null;)
        {
            LinkedListNode<EventStream>? following = node.Next;
            if (!node.Value.Offer(one))
                _streams.Remove(node);
            node = following;
        }
    }
}
