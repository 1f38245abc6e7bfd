using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Jobs;

/// <summary>
/// Empties the outbox of one platform: within a conversation one message after the other, by priority and age; conversations side by side, so that
/// one that is slow or out of reach holds up no other. Whoever runs it is alone with it: it keeps its state without locks.
/// </summary>
internal sealed class PlatformOutbox(IChat chat, IOutbox outbox, Delivery delivery, OutboxSignal signal, TimeProvider time, ILogger logger)
{
    /// <summary>How often the outbox is looked at when nobody wakes it: for what was stored for later.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private const int Batch = 50;

    // What is handed to a platform waits there for its pace, which gives turns in the order of asking, and may have arrived when a kill comes: of digests, of
    // which ten thousand may wait, no more are handed over than keep it busy, and of everything together no more than an answer can wait for.
    private const int AtATime = 32;
    private const int DigestsAtATime = 16;

    // A conversation's turn is short, so that something urgent overtakes a long queue.
    private const int Turn = 10;

    private readonly Dictionary<string, Task<DateTimeOffset?>> _turns = [];
    private readonly HashSet<string> _digests = [];
    private readonly Dictionary<string, DateTimeOffset> _heldUntil = [];
    private int _waiting;
    private bool _isFull;

    /// <summary>Until it is told to stop. What is being sent then is sent to its end.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            Task woken = signal.Next;
            await TryLookAsync(stopping);
            await WaitAsync(woken, stopping);
        }
        await Task.WhenAll(_turns.Values);
    }

    /// <summary>Sends everything that is due now, and returns.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        while (await LookAsync(ct) > 0)
        {
            foreach (Task turn in _turns.Values)
                await turn;
        }
    }

    private async Task TryLookAsync(CancellationToken ct)
    {
        try
        {
            await LookAsync(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            BotLog.OutboxUnavailable(logger, fault, chat.Platform);
        }
        catch (OperationCanceledException)
        {
            // Told to stop while looking: nothing was begun.
        }
    }

    /// <returns>How many conversations were given a turn.</returns>
    private async Task<int> LookAsync(CancellationToken ct)
    {
        await TakeBackFinishedAsync();
        int asked, begun, due;
        do
        {
            // What a turn under way has sent may still be in this list: its conversation waits for the next look.
            IReadOnlyList<PendingMessage> found = await outbox.DueAsync(chat.Platform, time.GetUtcNow(), asked = Batch + _waiting, ct);
            begun = Begin(found, ct);
            due = found.Count;
        }
        while (begun == 0 && due == asked && !_isFull);
        return begun;
    }

    private int Begin(IReadOnlyList<PendingMessage> due, CancellationToken ct)
    {
        int begun = 0;
        _waiting = 0;
        _isFull = false;
        foreach (IGrouping<string, PendingMessage> conversation in due.GroupBy(pending => pending.Message.Chat))
        {
            if (_turns.ContainsKey(conversation.Key) || _heldUntil.GetValueOrDefault(conversation.Key) > time.GetUtcNow())
            {
                _waiting += conversation.Count();
                continue;
            }
            bool isDigest = conversation.First().Message.Priority == OutgoingPriority.Digest;
            if (_turns.Count >= AtATime || (isDigest && _digests.Count >= DigestsAtATime))
            {
                _isFull = true;
                break;
            }
            if (isDigest)
                _digests.Add(conversation.Key);
            PendingMessage[] turn = [.. conversation.Take(Turn)];
            _turns.Add(conversation.Key, Task.Run(() => TakeTurnAsync(turn, ct), CancellationToken.None));
            begun++;
        }
        return begun;
    }

    private async Task<DateTimeOffset?> TakeTurnAsync(IReadOnlyList<PendingMessage> messages, CancellationToken stopping)
    {
        foreach (PendingMessage pending in messages)
        {
            if (stopping.IsCancellationRequested)
                return null;
            try
            {
                if (await SendAsync(pending) is { } until)
                    return until;
            }
            catch (Exception fault)
            {
                BotLog.OutboxUnavailable(logger, fault, chat.Platform);
                return time.GetUtcNow() + Every;
            }
        }
        return null;
    }

    // Not stopped half-way: what a stop interrupts would have to be repeated.
    private async Task<DateTimeOffset?> SendAsync(PendingMessage pending)
    {
        try
        {
            return await delivery.SendAsync(pending, chat, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not StoreUnavailableException)
        {
            await delivery.SetAsideAsync(pending, fault, CancellationToken.None);
            return null;
        }
    }

    private async Task TakeBackFinishedAsync()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((string conversation, Task<DateTimeOffset?> turn) in _turns.Where(turn => turn.Value.IsCompleted).ToArray())
        {
            _turns.Remove(conversation);
            _digests.Remove(conversation);
            _heldUntil.Remove(conversation);
            if (await turn is { } until)
                _heldUntil.Add(conversation, until);
        }
        foreach (string free in _heldUntil.Where(held => held.Value <= now).Select(held => held.Key).ToArray())
            _heldUntil.Remove(free);
    }

    private async Task WaitAsync(Task woken, CancellationToken stopping)
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan longest = _heldUntil.Values.Select(until => until - now).Where(left => left > TimeSpan.Zero).Append(Every).Min();
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny([woken, Task.Delay(longest, time, done.Token), .. _turns.Values]);
        await done.CancelAsync();
    }
}
