using Microsoft.Extensions.Logging;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Alerts;

/// <summary>
/// Raises each alert once, says it again after a day, then two, then four, as long as it holds, and says when it holds no more. What can wait waits for the
/// end of the owner's quiet hours.
/// </summary>
internal sealed class AlertWatch(AlertReader reader, AlertLetters letters, IStakeStore store, OutboxSignal signal, TimeProvider time, ILogger<AlertWatch> logger, IDueWork? due = null)
    : IDueHandler
{
    public const string Item = "alerts";

    /// <summary>Where the alerts are that hold.</summary>
    public const string Collection = "alerts";

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

    /// <summary>Compares what holds with what was said.</summary>
    internal async Task LookAsync(CancellationToken ct)
    {
        AlertReading reading = await reader.ReadAsync(ct);
        Dictionary<string, StoredRecord> raised = (await store.ListAsync(Collection, "", ct)).ToDictionary(record => record.Key);
        List<AlertChange?> changes = [];
        foreach (AlertCondition condition in reading.Holding)
            changes.Add(raised.Remove(condition.Key, out StoredRecord? before) ? Change(before.Key, () => Repeated(condition, before)) : Raised(condition));
        foreach ((string key, StoredRecord gone) in raised)
        {
            // What was one alert of several models goes without a word while one of them holds on.
            bool isSplit = reading.Holding.Any(condition => condition.Key.StartsWith($"{key}:", StringComparison.Ordinal));
            if (reading.CanJudge(key))
                changes.Add(isSplit ? new AlertChange("alert-split", key, gone.Version, null, null, null, false) : Change(key, () => Cleared(gone)));
        }
        if (await letters.WriteAsync(changes.OfType<AlertChange>(), ct))
            signal.Wake();
    }

    // One alert that cannot be read keeps no other from being told.
    private AlertChange? Change(string key, Func<AlertChange?> change)
    {
        try
        {
            return change();
        }
        catch (RecordUnreadableException fault)
        {
            BotLog.AlertFailed(logger, fault, key);
            return null;
        }
    }

    private AlertChange Raised(AlertCondition condition)
    {
        DateTimeOffset now = time.GetUtcNow();
        AlertRecord record = new(condition.Text, now, now, FirstWait, condition.To);
        return new AlertChange("alert-raised", condition.Key, 0, record, condition.Text, condition.To, condition.IsUrgent);
    }

    private AlertChange? Repeated(AlertCondition condition, StoredRecord before)
    {
        AlertRecord record = RecordJson.Read<AlertRecord>(before.Body);
        DateTimeOffset now = time.GetUtcNow();
        // Told in the future: by a clock that was ahead.
        if (record.ToldAt <= now && now - record.ToldAt < record.Wait)
            return null;
        AlertRecord again = record with { Text = condition.Text, Since = record.Since < now ? record.Since : now, ToldAt = now, Wait = record.Wait * 2, To = condition.To };
        string text = $"Still, since {Chat.ChatTime.Mark(again.Since)}: {condition.Text}";
        return new AlertChange("alert-repeated", condition.Key, before.Version, again, text, condition.To, condition.IsUrgent);
    }

    private static AlertChange Cleared(StoredRecord gone)
    {
        AlertRecord record = RecordJson.Read<AlertRecord>(gone.Body);
        return new AlertChange("alert-cleared", gone.Key, gone.Version, null, $"No longer so: {record.Text}", record.To, false);
    }
}
