namespace StakeBot.Adapters.Web.Conversation;

/// <summary>The last part of a conversation, for a page that is opened again. Not safe to share: its session guards it.</summary>
internal sealed class History
{
    private const int MostEvents = 200;
    private const int MostCharacters = 4_000_000;

    private readonly Queue<ChatEvent> _events = new();
    private long _lastId;
    private int _characters;

    public ChatEvent Append(string kind, string json)
    {
        ChatEvent added = new(kind, json, ++_lastId);
        _events.Enqueue(added);
        _characters += json.Length;
        while (_events.Count > MostEvents || (_characters > MostCharacters && _events.Count > 1))
            _characters -= _events.Dequeue().Json.Length;
        return added;
    }

    /// <summary>What a page has to be told that has seen everything up to an event, or nothing at all.</summary>
    public IReadOnlyList<ChatEvent> Since(long? seen)
    {
        if (seen is not { } last)
            return [.. _events];
        bool complete = last <= _lastId && last >= _lastId - _events.Count;
        return complete ? [.. _events.Where(one => one.Id > last)] : [ChatEvent.Reset, .. _events];
    }
}
