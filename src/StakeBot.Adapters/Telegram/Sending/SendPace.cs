namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>
/// The pace that Telegram asks for: about one message a second in a conversation, twenty a minute in a group, thirty a second in all; short bursts are let
/// through. The exact rules are not published, so what Telegram says itself (429) goes before all of it.
/// </summary>
internal sealed class SendPace(TimeProvider time, bool unhurried = true)
{
    private const int MostChats = 4096;

    private readonly Lock _gate = new();
    private readonly Bucket _all = new(25, TimeSpan.FromMilliseconds(40));
    private readonly Dictionary<long, Bucket> _chats = [];

    /// <summary>Waits for one's turn.</summary>
    public async Task WaitAsync(long chat, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset turn;
        lock (_gate)
            turn = unhurried ? _all.Take(Of(chat, now).Take(now)) : Of(chat, now).HeldUntil;
        if (turn > now)
            await Task.Delay(turn - now, time, ct);
    }

    /// <summary>How long nothing may be sent to a conversation, because Telegram said so.</summary>
    public TimeSpan HeldFor(long chat)
    {
        lock (_gate)
        {
            TimeSpan left = _chats.TryGetValue(chat, out Bucket? bucket) ? bucket.HeldUntil - time.GetUtcNow() : TimeSpan.Zero;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Sends nothing to a conversation for so long.</summary>
    public void Hold(long chat, TimeSpan wait)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_gate)
            Of(chat, now).Hold(now + wait);
    }

    private Bucket Of(long chat, DateTimeOffset now)
    {
        if (_chats.TryGetValue(chat, out Bucket? known))
            return known;
        if (_chats.Count >= MostChats)
        {
            foreach (long fresh in _chats.Where(one => one.Value.IsFresh(now)).Select(one => one.Key).ToArray())
                _chats.Remove(fresh);
        }
        Bucket bucket = chat < 0 ? new Bucket(6, TimeSpan.FromSeconds(3)) : new Bucket(5, TimeSpan.FromSeconds(1));
        _chats.Add(chat, bucket);
        return bucket;
    }
}
