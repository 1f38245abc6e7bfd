using Microsoft.Extensions.Logging;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>Who wants which digest, and when the next one is due.</summary>
internal sealed class DigestBook(IStakeStore store, TimeProvider time, ILogger<DigestBook> logger, IDueWork? due = null)
{
    public const string Kind = "digest";

    private const string Collection = "digests";

    /// <summary>One person's; null when he never asked for any.</summary>
    public async Task<DigestSetting?> FindAsync(string person, CancellationToken ct) =>
        await store.FindAsync(Collection, person, ct) is { } record ? RecordJson.Read<DigestSetting>(record.Body) : null;

    /// <summary>Everybody's that can be read.</summary>
    public async Task<IReadOnlyList<DigestSetting>> AllAsync(CancellationToken ct) =>
        [.. (await store.ListAsync(Collection, "", ct)).Select(Readable).OfType<DigestSetting>()];

    /// <summary>When nothing rings for somebody that can wait; null when he has no such hours, or none that can be read.</summary>
    public async Task<QuietHours?> QuietAsync(string person, CancellationToken ct) =>
        await store.FindAsync(Collection, person, ct) is { } record ? Readable(record)?.Quiet() : null;

    /// <summary>
    /// Changes somebody's digest as it is at that moment: what is noted of it meanwhile stays. The record is what counts; the time that follows from it is
    /// put again at every start.
    /// </summary>
    /// <param name="by">Whose it is.</param>
    /// <param name="change">From the setting as it is, null for none, to what it shall be. Asked again when somebody else was first.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The setting now, and when the next digest is due; null when there is none.</returns>
    public async Task<(DigestSetting Setting, DateTimeOffset? Next)> ChangeAsync(Person by, Func<DigestSetting?, DigestSetting> change, CancellationToken ct)
    {
        while (true)
        {
            StoredRecord? before = await store.FindAsync(Collection, by.Id, ct);
            DigestSetting setting = change(before is null ? null : RecordJson.Read<DigestSetting>(before.Body));
            string detail = RecordJson.WriteDetail(new { Days = DigestDays.Show(setting.Days), setting.At, setting.Zone });
            JournalEntry entry = new(time.GetUtcNow(), $"digest:{by.Id}", setting.IsOn ? "digest-set" : "digest-off", by.Identity.Key, detail);
            if (await store.TryTransitionAsync(new Transition(entry, [new RecordWrite(Collection, by.Id, before?.Version ?? 0, RecordJson.Write(setting))], []), ct))
                return (setting, await PlanAsync(setting, ct));
        }
    }

    /// <summary>Notes up to when the account's news have been told to somebody.</summary>
    public Task ToldAsync(string person, DateTimeOffset upTo, CancellationToken ct) =>
        NoteAsync(person, "digest-told", setting => setting with { ToldUpTo = upTo, Doubtful = null }, ct);

    /// <summary>Notes that nobody knows whether the digest of a day has arrived.</summary>
    public Task DoubtAsync(string person, string day, CancellationToken ct) =>
        NoteAsync(person, "digest-doubtful", setting => setting with { Doubtful = day }, ct);

    /// <summary>Puts every digest's next time, reckoned with today's rules of its zone. What is due already is left to be done.</summary>
    public async Task RestoreAsync(CancellationToken ct)
    {
        foreach (DigestSetting setting in await AllAsync(ct))
        {
            if (due is null || (setting.IsOn && await due.FindAsync(ItemId(setting.Person), ct) is { } item && item.Due <= time.GetUtcNow()))
                continue;
            await TryPlanAsync(setting, ct);
        }
    }

    public static string ItemId(string person) => $"digest:{person}";

    // Changed at the same moment by whose it is: noted in what he has set.
    private async Task NoteAsync(string person, string what, Func<DigestSetting, DigestSetting> change, CancellationToken ct)
    {
        while (await store.FindAsync(Collection, person, ct) is { } record)
        {
            DigestSetting changed = change(RecordJson.Read<DigestSetting>(record.Body));
            JournalEntry entry = new(time.GetUtcNow(), $"digest:{person}", what, "stakebot", "{}");
            if (await store.TryTransitionAsync(new Transition(entry, [new RecordWrite(Collection, person, record.Version, RecordJson.Write(changed))], []), ct))
                return;
        }
    }

    private DigestSetting? Readable(StoredRecord record)
    {
        try
        {
            return RecordJson.Read<DigestSetting>(record.Body);
        }
        catch (RecordUnreadableException fault)
        {
            BotLog.SettingUnreadable(logger, fault, ItemId(record.Key));
            return null;
        }
    }

    private async Task TryPlanAsync(DigestSetting setting, CancellationToken ct)
    {
        try
        {
            await PlanAsync(setting, ct);
        }
        catch (FormatException fault)
        {
            BotLog.SettingUnreadable(logger, fault, ItemId(setting.Person));
        }
    }

    private async Task<DateTimeOffset?> PlanAsync(DigestSetting setting, CancellationToken ct)
    {
        DateTimeOffset? next = setting.IsOn ? setting.Times().Next(time.GetUtcNow()) : null;
        if (due is null)
            return next;
        if (next is not { } at)
        {
            await due.RemoveAsync(ItemId(setting.Person), ct);
            return null;
        }
        DueItem? before = await due.FindAsync(ItemId(setting.Person), ct);
        // At a start there are as many as people, and nearly all are right.
        if (before?.Due != at)
            await due.PutAsync(new DueItem(ItemId(setting.Person), Kind, at, before?.Body ?? new DigestBody(setting.Person, 0).Write()), ct);
        return next;
    }
}
