using Microsoft.Extensions.Logging;
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
internal sealed class AlertWatch(AlertReader reader, IStakeStore store, OwnerAlerts owner, DigestBook digests, OutboxSignal signal, TimeProvider time, ILogger<AlertWatch> logger, IDueWork? due = null)
    : IDueHandler
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
            await TryAsync(condition.Key, raised.Remove(condition.Key, out StoredRecord? before)
                ? () => RepeatAsync(condition, before, ct)
                : () => RaiseAsync(condition, ct));
        }
        foreach ((string key, StoredRecord gone) in raised)
        {
            // What was one alert of several models goes without a word while one of them holds on.
            bool isSplit = reading.Holding.Any(condition => condition.Key.StartsWith($"{key}:", StringComparison.Ordinal));
            if (reading.CanJudge(key))
                await TryAsync(key, () => isSplit ? ForgetAsync(gone, ct) : ClearAsync(gone, ct));
        }
    }

    // One alert that cannot be settled keeps no other from being told.
    private async Task TryAsync(string key, Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (Exception fault) when (fault is RecordUnreadableException or ArgumentException)
        {
            BotLog.AlertFailed(logger, fault, key);
        }
    }

    private Task RaiseAsync(AlertCondition condition, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        AlertRecord raised = new(condition.Text, now, now, FirstWait, condition.To);
        return WriteAsync("alert-raised", condition.Key, 0, raised, new Telling(condition.Text, condition.To, condition.IsUrgent), ct);
    }

    private async Task RepeatAsync(AlertCondition condition, StoredRecord before, CancellationToken ct)
    {
        AlertRecord record = RecordJson.Read<AlertRecord>(before.Body);
        DateTimeOffset now = time.GetUtcNow();
        // Told in the future: by a clock that was ahead.
        if (record.ToldAt <= now && now - record.ToldAt < record.Wait)
            return;
        AlertRecord again = record with { Text = condition.Text, Since = record.Since < now ? record.Since : now, ToldAt = now, Wait = record.Wait * 2, To = condition.To };
        string text = $"Still, since {Chat.ChatTime.Mark(again.Since)}: {condition.Text}";
        await WriteAsync("alert-repeated", condition.Key, before.Version, again, new Telling(text, condition.To, condition.IsUrgent), ct);
    }

    private Task ClearAsync(StoredRecord gone, CancellationToken ct)
    {
        AlertRecord record = RecordJson.Read<AlertRecord>(gone.Body);
        return WriteAsync("alert-cleared", gone.Key, gone.Version, null, new Telling($"No longer so: {record.Text}", record.To, IsUrgent: false), ct);
    }

    private Task ForgetAsync(StoredRecord gone, CancellationToken ct) => WriteAsync("alert-split", gone.Key, gone.Version, null, null, ct);

    private async Task WriteAsync(string what, string key, long version, AlertRecord? record, Telling? telling, CancellationToken ct)
    {
        IReadOnlyList<OutgoingMessage> messages = telling is null ? [] : await MessagesAsync(telling, ct);
        string? body = record is null ? null : RecordJson.Write(record);
        JournalEntry entry = new(time.GetUtcNow(), $"alert:{key}", what, "stakebot", RecordJson.WriteDetail(new { telling?.Text }));
        if (await store.TryTransitionAsync(new Transition(entry, [new RecordWrite(Collection, key, version, body)], messages), ct))
            signal.Wake();
    }

    private async Task<IReadOnlyList<OutgoingMessage>> MessagesAsync(Telling telling, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset from = telling.IsUrgent ? now : (await digests.QuietAsync(telling.To?.Person ?? Member.OwnerId, ct))?.EndOf(now) ?? now;
        IReadOnlyList<OutgoingMessage> messages = telling.To is { } to ? [owner.For(new MemberIdentity(to.Platform, to.Chat), telling.Text)] : await owner.ForOwnerAsync(telling.Text, ct);
        return [.. messages.Select(message => message with { NotBefore = from })];
    }

    private sealed record Telling(string Text, AlertRecipient? To, bool IsUrgent);
}
