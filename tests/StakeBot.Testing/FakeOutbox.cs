using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Testing;

/// <summary>An outbox that lives as long as it does, which may be longer than a bot.</summary>
public sealed class FakeOutbox : IOutbox
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    /// <summary>What the store cannot do now; null when all is well. Asked with the name of the method.</summary>
    public Func<string, bool>? Broken { get; set; }

    /// <summary>Every message that was ever stored, oldest first.</summary>
    public IReadOnlyList<OutgoingMessage> All
    {
        get
        {
            lock (_gate)
                return [.. _entries.Select(entry => entry.Message)];
        }
    }

    /// <summary>What has arrived, in the order in which that was noted.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_gate)
                return [.. _entries.Where(entry => entry.SentAt is not null).OrderBy(entry => entry.SentOrder).Select(entry => entry.Message.Id)];
        }
    }

    /// <summary>What will never be sent, with the reason.</summary>
    public IReadOnlyDictionary<string, string> GivenUp
    {
        get
        {
            lock (_gate)
                return _entries.Where(entry => entry.GivenUp is not null).ToDictionary(entry => entry.Message.Id, entry => entry.GivenUp!);
        }
    }

    /// <summary>How often a send was begun.</summary>
    public int AttemptsOf(string id)
    {
        lock (_gate)
            return Find(id).Attempts;
    }

    public Task<bool> TryAddAsync(OutgoingMessage message, CancellationToken ct)
    {
        ThrowIfBroken(nameof(TryAddAsync));
        return Task.FromResult(Add(message));
    }

    /// <summary>Stores a message as part of a transition.</summary>
    internal bool Add(OutgoingMessage message)
    {
        lock (_gate)
        {
            if (_entries.Any(entry => entry.Message.Id == message.Id))
                return false;
            _entries.Add(new Entry(message));
            return true;
        }
    }

    public Task<IReadOnlyList<PendingMessage>> DueAsync(string platform, DateTimeOffset now, int most, CancellationToken ct)
    {
        ThrowIfBroken(nameof(DueAsync));
        lock (_gate)
        {
            IReadOnlyList<PendingMessage> due =
            [
                .. _entries
                    .Where(entry => entry.Message.Platform == platform && entry.SentAt is null && entry.GivenUp is null && entry.NotBefore <= now)
                    .OrderBy(entry => entry.Message.Priority)
                    .Take(most)
                    .Select(entry => new PendingMessage(entry.Message, entry.Attempts, entry.SendingSince)),
            ];
            return Task.FromResult(due);
        }
    }

    public Task BeginSendAsync(string id, DateTimeOffset now, CancellationToken ct)
    {
        ThrowIfBroken(nameof(BeginSendAsync));
        lock (_gate)
        {
            Find(id).Attempts++;
            Find(id).SendingSince = now;
            return Task.CompletedTask;
        }
    }

    public Task SentAsync(string id, DateTimeOffset now, CancellationToken ct)
    {
        ThrowIfBroken(nameof(SentAsync));
        lock (_gate)
        {
            Find(id).SentAt = now;
            Find(id).SentOrder = _entries.Max(entry => entry.SentOrder) + 1;
            return Task.CompletedTask;
        }
    }

    public Task NotSentAsync(string id, DateTimeOffset? again, string reason, CancellationToken ct)
    {
        ThrowIfBroken(nameof(NotSentAsync));
        lock (_gate)
        {
            Entry entry = Find(id);
            entry.SendingSince = null;
            entry.NotBefore = again ?? entry.NotBefore;
            entry.GivenUp = again is null ? reason : null;
            return Task.CompletedTask;
        }
    }

    private Entry Find(string id) => _entries.Single(entry => entry.Message.Id == id);

    private void ThrowIfBroken(string method)
    {
        if (Broken?.Invoke(method) == true)
            throw new StoreUnavailableException($"The store cannot do {method} now.");
    }

    private sealed class Entry(OutgoingMessage message)
    {
        public OutgoingMessage Message { get; } = message;

        public DateTimeOffset NotBefore { get; set; } = message.NotBefore;

        public int Attempts { get; set; }

        public DateTimeOffset? SendingSince { get; set; }

        public DateTimeOffset? SentAt { get; set; }

        public int SentOrder { get; set; }

        public string? GivenUp { get; set; }
    }
}
