using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Digests;

namespace StakeBot.Bot.Watching.Alerts;

/// <summary>Writes alerts down and says them: those that one person is to hear at the same time come in one message, in one durable step with their records.</summary>
internal sealed class AlertLetters(IStakeStore store, OwnerAlerts owner, DigestBook digests, TimeProvider time)
{
    // A message of the outbox has to stay small.
    private const int InOneMessage = 6;

    /// <summary>Writes and says them all.</summary>
    /// <returns>Whether there is something to send.</returns>
    public async Task<bool> WriteAsync(IEnumerable<AlertChange> changes, CancellationToken ct)
    {
        bool isSaid = false;
        foreach (IGrouping<(AlertRecipient?, bool, bool), AlertChange> together in changes.GroupBy(change => (change.To, change.IsUrgent, change.Text is null)))
        {
            foreach (AlertChange[] some in together.Chunk(InOneMessage))
                isSaid |= await WriteSomeAsync(some, ct);
        }
        return isSaid;
    }

    private async Task<bool> WriteSomeAsync(AlertChange[] changes, CancellationToken ct)
    {
        string[] texts = [.. changes.Select(change => change.Text).OfType<string>()];
        IReadOnlyList<OutgoingMessage> messages = texts.Length == 0 ? [] : await MessagesAsync(Lines(texts), changes[0], ct);
        string detail = RecordJson.WriteDetail(new { Alerts = changes.Select(change => new { change.Key, change.Event }), Text = texts });
        JournalEntry entry = changes is [var one]
            ? new(time.GetUtcNow(), $"alert:{one.Key}", one.Event, "stakebot", RecordJson.WriteDetail(new { one.Text }))
            : new(time.GetUtcNow(), "alerts", "alerts-told", "stakebot", detail);
        RecordWrite[] writes = [.. changes.Select(change => new RecordWrite(AlertWatch.Collection, change.Key, change.Version, change.Record is { } record ? RecordJson.Write(record) : null))];
        return await store.TryTransitionAsync(new Transition(entry, writes, messages), ct) && messages.Count > 0;
    }

    private static string Lines(string[] texts) => texts is [var only] ? only : string.Join('\n', texts.Select(text => $"• {text}"));

    private async Task<IReadOnlyList<OutgoingMessage>> MessagesAsync(string text, AlertChange first, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset from = first.IsUrgent ? now : (await digests.QuietAsync(first.To?.Person ?? Member.OwnerId, ct))?.EndOf(now) ?? now;
        IReadOnlyList<OutgoingMessage> messages = first.To is { } to ? [owner.For(new MemberIdentity(to.Platform, to.Chat), text)] : await owner.ForOwnerAsync(text, ct);
        return [.. messages.Select(message => message with { NotBefore = from })];
    }
}
