using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Alerts;

/// <summary>
/// Raises each alert once, says it again after a day, then two, then four, as long as it holds, and says when it holds no more. What can wait waits for the
/// end of the owner's quiet hours.
/// </summary>
internal sealed class AlertWatch(AlertReader reader, IStakeStore store, OwnerAlerts owner, DigestBook digests, OutboxSignal signal, TimeProvider time, IDueWork? due = null) : IDueHandler
{
    public const string Item = "alerts";

    private const string Collection = "alerts";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromDays(1);

    public string Kind => Item;

    public async Task RestoreAsync(CancellationToken ct)
    {
        // One further ahead than a period was put by a clock that was ahead.
        DateTimeOffset next = time.GetUtcNow() + Every;
        if (due is not null && (await due.FindAsync(Item, ct) is not { } item || item.Due > next))
            await due.PutAsync(new DueItem(Item, Kind, next, "{}"), ct);
    }

    public async Task<DueStep> HandleAsync(DueItem item, CancellationToken ct)
    {
        await LookAsync(ct);
        return new DueStep($"{Item}:{item.Due.ToUnixTimeSeconds()}", item with { Due = time.GetUtcNow() + Every }, []);
    }

    /// <summary>Compares what holds with what was said. Each change is one durable step with its message.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        AlertReading reading = await reader.ReadAsync(ct);
        Dictionary<string, StoredRecord> raised = (await store.ListAsync(Collection, "", ct)).ToDictionary(record => record.Key);
        foreach (AlertCondition condition in reading.Holding)
        {
            if (!raised.Remove(condition.Key, out StoredRecord? before))
                await RaiseAsync(condition, ct);
            else
                await RepeatAsync(condition, before, ct);
        }
        foreach ((string key, StoredRecord gone) in raised)
        {
            if (reading.CanJudge(key))
                await ClearAsync(gone, ct);
        }
    }

    private Task RaiseAsync(AlertCondition condition, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        AlertRecord raised = new(condition.Text, now, now, FirstWait);
        return WriteAsync("alert-raised", condition.Key, 0, raised, condition.Text, condition.IsUrgent, ct);
    }

    private async Task RepeatAsync(AlertCondition condition, StoredRecord before, CancellationToken ct)
    {
        AlertRecord record = RecordJson.Read<AlertRecord>(before.Body);
        DateTimeOffset now = time.GetUtcNow();
        // Told in the future: by a clock that was ahead.
        if (record.ToldAt <= now && now - record.ToldAt < record.Wait)
            return;
        AlertRecord again = record with { Text = condition.Text, Since = record.Since < now ? record.Since : now, ToldAt = now, Wait = record.Wait * 2 };
        await WriteAsync("alert-repeated", condition.Key, before.Version, again, $"Still, since {Chat.ChatTime.Mark(again.Since)}: {condition.Text}", condition.IsUrgent, ct);
    }

    private Task ClearAsync(StoredRecord gone, CancellationToken ct)
    {
        AlertRecord record = RecordJson.Read<AlertRecord>(gone.Body);
        return WriteAsync("alert-cleared", gone.Key, gone.Version, null, $"No longer so: {record.Text}", isUrgent: false, ct);
    }

    private async Task WriteAsync(string what, string key, long version, AlertRecord? record, string text, bool isUrgent, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset from = isUrgent ? now : (await digests.QuietAsync(Member.OwnerId, ct))?.EndOf(now) ?? now;
        IReadOnlyList<OutgoingMessage> messages = [.. (await owner.ForOwnerAsync(text, ct)).Select(message => message with { NotBefore = from })];
        string? body = record is null ? null : RecordJson.Write(record);
        JournalEntry entry = new(now, $"alert:{key}", what, "stakebot", RecordJson.WriteDetail(new { Text = text }));
        if (await store.TryTransitionAsync(new Transition(entry, [new RecordWrite(Collection, key, version, body)], messages), ct))
            signal.Wake();
    }
}
