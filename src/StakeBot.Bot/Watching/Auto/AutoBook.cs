using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Watching.Auto;

/// <summary>The fund's one automatic setting, and when it is looked at next.</summary>
internal sealed class AutoBook(IStakeStore store, TimeProvider time, IDueWork? due = null)
{
    /// <summary>The due item that compares the fund with its limits and target.</summary>
    public const string Threshold = "auto:threshold";

    /// <summary>The due item of the calendar.</summary>
    public const string Calendar = "auto:calendar";

    public const string Kind = "auto";

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    // Whoever switches it on wants to see that it works; and after a start nobody knows how long nobody looked.
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);

    private const string Collection = "switches";
    private const string Key = "auto";

    /// <summary>The setting; null when nobody ever settled one.</summary>
    public async Task<AutoSetting?> FindAsync(CancellationToken ct) =>
        await store.FindAsync(Collection, Key, ct) is { } record ? RecordJson.Read<AutoSetting>(record.Body) : null;

    /// <summary>Settles it.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="what">What happened, for the journal.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>False when somebody else was first.</returns>
    public async Task<bool> SetAsync(AutoSetting setting, string what, string actor, CancellationToken ct)
    {
        long version = (await store.FindAsync(Collection, Key, ct))?.Version ?? 0;
        bool written = await store.TryTransitionAsync(
            new Transition(
                new JournalEntry(time.GetUtcNow(), "auto", what, actor, RecordJson.WriteDetail(new { setting.Threshold, setting.Cron, setting.Zone })),
                [new RecordWrite(Collection, Key, version, RecordJson.Write(setting))],
                []),
            ct);
        if (written)
            await PlanAsync(setting, ct);
        return written;
    }

    /// <summary>Puts what is due next. What is due already is left to be done.</summary>
    public async Task PlanAsync(AutoSetting? setting, CancellationToken ct)
    {
        if (due is null)
            return;
        await PutAsync(due, Threshold, setting is { IsOn: true } ? time.GetUtcNow() + FirstLook : null, ct);
        await PutAsync(due, Calendar, setting is { IsOn: true } ? setting.Times()?.Next(time.GetUtcNow()) : null, ct);
    }

    private async Task PutAsync(IDueWork work, string id, DateTimeOffset? at, CancellationToken ct)
    {
        if (at is not { } next)
            await work.RemoveAsync(id, ct);
        else if (await work.FindAsync(id, ct) is not { } item || item.Due > time.GetUtcNow())
            await work.PutAsync(new DueItem(id, Kind, next, "{}"), ct);
    }
}
