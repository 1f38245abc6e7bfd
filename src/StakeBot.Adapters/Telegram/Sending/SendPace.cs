namespace StakeBot.Adapters.Telegram.Sending;

/// <summary>
/// The pace that Telegram asks for: about one message a second in a conversation, twenty a minute in a group, thirty a second in all; short bursts are let
/// through. The exact rules are not published, so what Telegram says itself (429) goes before all of it. In a conversation one message is sent after the
/// other: they arrive in order, and none is under way when Telegram asks to wait.
/// </summary>
internal sealed class SendPace(TimeProvider time, bool unhurried = true)
{
    private const int MostChats = 4096;

    // What was not asked for leaves room for the answer to somebody who waits.
    private const int LeftToAnswers = 2;

    private readonly Lock _gate = new();
    private readonly Bucket _all = new(25, TimeSpan.FromMilliseconds(40));
    private readonly Dictionary<long, Lane> _lanes = [];

    /// <summary>Waits for one's turn; it lasts until what is returned is disposed.</summary>
    public async Task<IDisposable> EnterAsync(long chat, bool isAnswer, CancellationToken ct)
    {
        Lane lane = Of(chat);
        await lane.Free.WaitAsync(ct);
        int left = isAnswer ? 0 : LeftToAnswers;
        try
        {
            await UntilAsync(lane.Bucket, left, ct);
            while (HeldFor(chat) is var held && held > TimeSpan.Zero)
                await Task.Delay(held, time, ct);
            // Last, and for now: a conversation that waits must not take the turns of others with it.
            await UntilAsync(_all, left, ct);
            return lane;
        }
        catch
        {
            lane.Dispose();
            throw;
        }
    }

    /// <summary>How long nothing may be sent to a conversation, because Telegram said so.</summary>
    public TimeSpan HeldFor(long chat)
    {
        lock (_gate)
        {
            TimeSpan left = _lanes.TryGetValue(chat, out Lane? lane) ? lane.Bucket.HeldUntil - time.GetUtcNow() : TimeSpan.Zero;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Sends nothing to a conversation for so long.</summary>
    public void Hold(long chat, TimeSpan wait)
    {
        Lane lane = Of(chat);
        lock (_gate)
            lane.Bucket.Hold(time.GetUtcNow() + wait);
    }

    private async Task UntilAsync(Bucket bucket, int left, CancellationToken ct)
    {
        if (!unhurried)
            return;
        TimeSpan wait;
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            wait = bucket.Take(now, left) - now;
        }
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, ct);
    }

    private Lane Of(long chat)
    {
        lock (_gate)
        {
            if (_lanes.TryGetValue(chat, out Lane? known))
                return known;
            if (_lanes.Count >= MostChats)
            {
                DateTimeOffset now = time.GetUtcNow();
                foreach (long unused in _lanes.Where(one => one.Value.Bucket.IsFresh(now) && one.Value.Free.CurrentCount > 0).Select(one => one.Key).ToArray())
                    _lanes.Remove(unused);
            }
            Lane lane = new(chat < 0 ? new Bucket(6, TimeSpan.FromSeconds(3)) : new Bucket(5, TimeSpan.FromSeconds(1)));
            _lanes.Add(chat, lane);
            return lane;
        }
    }

    /// <summary>One conversation.</summary>
    private sealed class Lane(Bucket bucket) : IDisposable
    {
        public Bucket Bucket { get; } = bucket;

        public SemaphoreSlim Free { get; } = new(1, 1);

        /// <summary>Ends the turn.</summary>
        public void Dispose() => Free.Release();
    }
}
