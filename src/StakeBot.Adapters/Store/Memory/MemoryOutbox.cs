using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Memory;

/// <summary>The outbox in memory.</summary>
internal sealed class MemoryOutbox(Lock gate) : IOutbox
{
    private readonly List<PendingMessage> _pending = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public Task<bool> TryAddAsync(OutgoingMessage message, CancellationToken ct)
    {
        StoreLimits.Check(message);
        ct.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(Add(message));
    }

    public Task<IReadOnlyList<PendingMessage>> DueAsync(string platform, DateTimeOffset now, int most, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<PendingMessage>>(
            [
                .. _pending.Where(pending => pending.Message.Platform == platform && pending.Message.NotBefore <= now)
                    .OrderBy(pending => pending.Message.Priority)
                    .Take(most),
            ]);
        }
    }

    public Task BeginSendAsync(string id, DateTimeOffset now, CancellationToken ct) =>
        Change(id, pending => pending with { Attempts = pending.Attempts + 1, SendingSince = Milliseconds.Of(now) }, ct);

    public Task SentAsync(string id, DateTimeOffset now, CancellationToken ct) => Change(id, _ => null, ct);

    public Task NotSentAsync(string id, DateTimeOffset? again, string reason, CancellationToken ct) => Change(
        id,
        pending => again is { } time ? pending with { Message = pending.Message with { NotBefore = Milliseconds.Of(time) }, SendingSince = null } : null,
        ct);

    /// <summary>Adds a message; the gate is held.</summary>
    internal bool Add(OutgoingMessage message)
    {
        if (!_taken.Add(message.Id))
            return false;
        _pending.Add(new PendingMessage(message with { NotBefore = Milliseconds.Of(message.NotBefore) }, Attempts: 0, SendingSince: null));
        return true;
    }

    private Task Change(string id, Func<PendingMessage, PendingMessage?> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            int place = _pending.FindIndex(pending => pending.Message.Id == id);
            if (place >= 0 && change(_pending[place]) is { } changed)
                _pending[place] = changed;
            else if (place >= 0)
                _pending.RemoveAt(place);
        }
        return Task.CompletedTask;
    }
}
