namespace StakeBot.Adapters.Web.Conversation;

/// <summary>The last part of a conversation, for a page that is opened again. Not safe to share: its session guards it.</summary>
internal sealed class History
{
    private const int MostEvents = 200;
    private const int MostCharacters = 4_000_000;

    private readonly List<ChatEvent> _events = [];
    private long _lastId;
    private long _forgotten;
    private int _characters;

    /// <param name="kind">What the page listens for.</param>
    /// <param name="json">Its content.</param>
    /// <param name="message">The message that it shows, by which it can be edited; null when it cannot be.</param>
    public ChatEvent Append(string kind, string json, string? message = null)
    {
        ChatEvent added = new(kind, json, ++_lastId) { Message = message };
        _events.Add(added);
        _characters += json.Length;
        while (_events.Count > MostEvents || (_characters > MostCharacters && _events.Count > 1))
        {
            _forgotten = _events[0].Id ?? _forgotten;
            Remove(0);
        }
        return added;
    }

    /// <summary>Puts the new state of a message where the old one was, and makes it news for the pages that show the old one.</summary>
    /// <returns>The news; null when the message is no longer kept.</returns>
    public ChatEvent? Edit(string message, string json)
    {
        int shown = _events.FindIndex(one => one.Kind == ChatEvent.Replied && one.Message == message);
        if (shown < 0)
            return null;
        _characters += json.Length - _events[shown].Json.Length;
        _events[shown] = _events[shown] with { Json = json };
        // Only the newest state counts.
        int earlier = _events.FindIndex(one => one.Kind == ChatEvent.Edited && one.Message == message);
        if (earlier >= 0)
            Remove(earlier);
        return Append(ChatEvent.Edited, json, message);
    }

    /// <summary>What a page has to be told that has seen everything up to an event, or nothing at all.</summary>
    public IReadOnlyList<ChatEvent> Since(long? seen)
    {
        if (seen is not { } last)
            return Shown();
        bool complete = last <= _lastId && last >= _forgotten;
        return complete ? [.. _events.Where(one => one.Id > last)] : [ChatEvent.Reset, .. Shown()];
    }

    // A page that begins anew gets every message in its newest state: edits would say it twice.
    private ChatEvent[] Shown() => [.. _events.Where(one => one.Kind != ChatEvent.Edited)];

    private void Remove(int index)
    {
        _characters -= _events[index].Json.Length;
        _events.RemoveAt(index);
    }
}
