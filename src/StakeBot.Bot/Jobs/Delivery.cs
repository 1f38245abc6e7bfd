using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Jobs;

/// <summary>
/// Sends one message: has the text made for this moment, notes that it begins, shows it, tells its maker where, notes that it arrived. At least once:
/// an edit may be repeated freely, and becomes a new message where the old one is gone, if it is worth one; a new message is repeated only if nothing tells that it arrived, and then says so.
/// </summary>
internal sealed class Delivery(IOutbox outbox, IEnumerable<IOutgoingText> texts, Failpoints failpoints, TimeProvider time, ILogger<Delivery> logger) : IDisposable
{
    /// <summary>How long a send may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How many digests are made at a time, for all platforms together.</summary>
    public static readonly int DigestsAtWork = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly FrozenDictionary<string, IOutgoingText> _texts = texts.ToFrozenDictionary(text => text.Kind);

    // A digest takes a while to compute, one with a picture longer: half of the machine is left to those who wait for an answer.
    private readonly SemaphoreSlim _digestsAtWork = new(DigestsAtWork);

    // Shown by this process, while the store could not note it.
    private readonly ConcurrentDictionary<string, MessageRef?> _shown = new();

    /// <summary>Sends it, or finds out why not.</summary>
    /// <returns>Until when nothing more can be sent to the conversation; null when the next message may follow.</returns>
    /// <exception cref="StoreUnavailableException">What happened could not be noted; the message will come again.</exception>
    public async Task<DateTimeOffset?> SendAsync(PendingMessage pending, IChat chat, CancellationToken ct)
    {
        OutgoingMessage message = pending.Message;
        JsonElement body = JsonElement.Parse(message.Body);
        if (_shown.TryGetValue(message.Id, out MessageRef? where))
        {
            await NoteAsync(message, body, where, ct);
            return null;
        }
        if (pending.SendingSince is not null && message.Priority == OutgoingPriority.Digest)
        {
            await GiveUpAsync(message, "It was interrupted, and a digest is better missing than doubled.", isGone: false, ct);
            return null;
        }
        OutgoingReply? outgoing = await ComposeAsync(message, body, ct);
        if (outgoing is null)
        {
            await outbox.SentAsync(message.Id, time.GetUtcNow(), ct);
            return null;
        }
        bool perhapsShown = pending.SendingSince is not null && outgoing.Edits is null;
        // Last: what a kill interrupts before has not been shown, and is not doubtful.
        await outbox.BeginSendAsync(message.Id, time.GetUtcNow(), ct);
        return await ShowAsync(pending, body, perhapsShown ? Repeated(outgoing) : outgoing, chat, ct);
    }

    /// <summary>Sets a message aside that cannot be made or shown by a fault of its own; others may follow.</summary>
    public async Task SetAsideAsync(PendingMessage pending, Exception fault, CancellationToken ct)
    {
        BotLog.OutgoingFailed(logger, fault, pending.Message.Id, pending.Message.Platform);
        DateTimeOffset? again = OutboxPatience.Again(pending.Message.Priority, pending.Attempts + 1, time.GetUtcNow());
        await NotSentAsync(pending.Message, again, fault.GetType().Name, ct);
    }

    public void Dispose() => _digestsAtWork.Dispose();

    private async Task<OutgoingReply?> ComposeAsync(OutgoingMessage message, JsonElement body, CancellationToken ct)
    {
        bool isDigest = message.Priority == OutgoingPriority.Digest;
        if (isDigest)
            await _digestsAtWork.WaitAsync(ct);
        try
        {
            return await TextOf(body).ComposeAsync(body, new ChatAddress(message.Platform, message.Chat), ct);
        }
        catch (Exception fault) when (fault is not StoreUnavailableException)
        {
            // It counts as tried, so that it is tried less and less often.
            await outbox.BeginSendAsync(message.Id, time.GetUtcNow(), ct);
            throw;
        }
        finally
        {
            if (isDigest)
                _digestsAtWork.Release();
        }
    }

    private async Task<DateTimeOffset?> ShowAsync(
        PendingMessage pending, JsonElement body, OutgoingReply outgoing, IChat chat, CancellationToken ct)
    {
        OutgoingMessage message = pending.Message;
        MessageRef? where;
        try
        {
            await failpoints.HitAsync("before-shown", ct);
            where = await ShowAsync(message, outgoing, chat, ct);
            await failpoints.HitAsync("after-shown", ct);
        }
        catch (ChatUnavailableException unavailable)
        {
            DateTimeOffset? again = OutboxPatience.Again(message.Priority, pending.Attempts + 1, time.GetUtcNow(), unavailable.RetryAfter);
            BotLog.OutgoingWaits(logger, message.Id, message.Platform, unavailable.Message);
            await NotSentAsync(message, again, unavailable.Message, ct);
            return again ?? time.GetUtcNow() + PlatformOutbox.Every;
        }
        if (where is null)
        {
            await GiveUpAsync(message, "The message or its conversation is gone.", isGone: true, ct);
            return null;
        }
        // Where it is shown is news to its maker only if it is not where he wanted it.
        _shown[message.Id] = where == outgoing.Edits ? null : where;
        await NoteAsync(message, body, _shown[message.Id], ct);
        return null;
    }

    private async Task<MessageRef?> ShowAsync(OutgoingMessage message, OutgoingReply outgoing, IChat chat, CancellationToken ct)
    {
        using CancellationTokenSource enough = new(Longest, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, ct);
        try
        {
            if (outgoing.Edits is { } shown && (await chat.EditAsync(shown, outgoing.Reply, either.Token) || outgoing.IsOnlyAnEdit))
                return shown;
            return await chat.SendAsync(new ChatAddress(message.Platform, message.Chat), outgoing.Reply, either.Token);
        }
        catch (OperationCanceledException slow) when (enough.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new ChatUnavailableException($"{message.Platform} did not take the message within {Longest.TotalMinutes:0} minutes.", slow);
        }
    }

    /// <param name="message">The message.</param>
    /// <param name="body">What to say.</param>
    /// <param name="where">Where the new message is shown; null when one was edited.</param>
    /// <param name="ct">Ends the wait.</param>
    private async Task NoteAsync(OutgoingMessage message, JsonElement body, MessageRef? where, CancellationToken ct)
    {
        if (where is not null)
            await TextOf(body).DeliveredAsync(body, where, ct);
        await outbox.SentAsync(message.Id, time.GetUtcNow(), ct);
        _shown.TryRemove(message.Id, out _);
    }

    private IOutgoingText TextOf(JsonElement body) => _texts[body.GetProperty("kind").GetString() ?? ""];

    private Task NotSentAsync(OutgoingMessage message, DateTimeOffset? again, string reason, CancellationToken ct) =>
        again is null ? GiveUpAsync(message, reason, isGone: false, ct) : outbox.NotSentAsync(message.Id, again, reason, ct);

    // Its maker first: what a kill interrupts then is told again, and nothing is given up in silence.
    private async Task GiveUpAsync(OutgoingMessage message, string reason, bool isGone, CancellationToken ct)
    {
        BotLog.OutgoingGivenUp(logger, message.Id, message.Platform, reason);
        try
        {
            JsonElement body = JsonElement.Parse(message.Body);
            await TextOf(body).GivenUpAsync(body, new ChatAddress(message.Platform, message.Chat), isGone, ct);
        }
        catch (Exception fault) when (fault is not StoreUnavailableException)
        {
            // One whose maker cannot take it would be tried for ever.
            BotLog.OutgoingFailed(logger, fault, message.Id, message.Platform);
        }
        await outbox.NotSentAsync(message.Id, null, reason, ct);
    }

    private static OutgoingReply Repeated(OutgoingReply outgoing) =>
        outgoing with { Reply = outgoing.Reply with { Title = $"{outgoing.Reply.Title} (repeated)" } };
}
