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

    /// <summary>Notes up to when, and of which rounds, the account's news have been told to somebody.</summary>
    public Task ToldAsync(DigestNote note, DateTimeOffset upTo, ToldRounds? rounds, CancellationToken ct) =>
        NoteAsync(note.Person, "digest-told", setting => setting with { ToldUpTo = upTo, Told = rounds, Doubtful = null, Lost = 0, Unreachable = 0, LastDay = note.Date }, [], ct);

    /// <summary>When somebody's next one is due; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(DigestSetting setting, CancellationToken ct) =>
        Next(setting, due is null ? null : await due.FindAsync(ItemId(setting.Person), ct));

    /// <summary>Ends the digest of somebody who has no role any more, or is not known any more where it went; his setting stays for when he asks again.</summary>
    public Task EndAsync(string person, DigestReader reader, CancellationToken ct) => reader == DigestReader.Nobody
        ? NoteAsync(person, "digest-removed", _ => null, [], ct)
        : NoteAsync(person, "digest-off", setting => setting with { IsOn = false }, [], ct);

    /// <summary>Changes a setting because of what became of its digest; one that is off or gone then is due no more.</summary>
    public async Task NoteAsync(string person, string what, Func<DigestSetting, DigestSetting?> change, IReadOnlyList<OutgoingMessage> told, CancellationToken ct)
    {
        while (await store.FindAsync(Collection, person, ct) is { } record)
        {
            DigestSetting? changed = change(RecordJson.Read<DigestSetting>(record.Body));
            Transition noted = new(
                new JournalEntry(time.GetUtcNow(), $"digest:{person}", what, "stakebot", "{}"),
                [new RecordWrite(Collection, person, record.Version, changed is null ? null : RecordJson.Write(changed))],
                told);
            if (!await store.TryTransitionAsync(noted, ct))
                continue;
            if (due is not null && changed is not { IsOn: true })
                await due.RemoveAsync(ItemId(person), ct);
            return;
        }
    }

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
        DueItem? before = due is null ? null : await due.FindAsync(ItemId(setting.Person), ct);
        DateTimeOffset? next = Next(setting, before);
        if (due is null)
            return next;
        if (next is not { } at)
        {
            await due.RemoveAsync(ItemId(setting.Person), ct);
            return null;
        }
        // At a start there are as many as people, and nearly all are right.
        if (before?.Due != at)
            await due.PutAsync(new DueItem(ItemId(setting.Person), Kind, at, before?.Body ?? new DigestBody(setting.Person, 0).Write()), ct);
        return next;
    }

    private DateTimeOffset? Next(DigestSetting setting, DueItem? item)
    {
        if (!setting.IsOn)
            return null;
        Timetable times = setting.Times();
        DateOnly? last = item is null ? null : DigestBody.Read(item.Body).Last;
        last = last is null || setting.LastDay > last ? setting.LastDay : last;
        DateTimeOffset? next = times.Next(time.GetUtcNow());
        // A local date has one digest. A clock that was far ahead for a while, or a zone on the other side of the date line, costs a day or two and no more.
        while (next is { } at && last is { } day && day.DayNumber - times.DayOf(at).DayNumber is >= 0 and <= 2)
            next = times.Next(at);
        return next;
    }
}
