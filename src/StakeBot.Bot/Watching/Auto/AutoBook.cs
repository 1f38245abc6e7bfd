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
    public static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);

    private const string Collection = "switches";
    private const string Key = "auto";

    /// <summary>The setting; null when nobody ever settled one.</summary>
    public async Task<AutoSetting?> FindAsync(CancellationToken ct) => (await StoredAsync(ct))?.Setting;

    /// <summary>The setting with the version that a change of it must find.</summary>
    public async Task<(AutoSetting Setting, long Version)?> StoredAsync(CancellationToken ct) =>
        await store.FindAsync(Collection, Key, ct) is { } record ? (RecordJson.Read<AutoSetting>(record.Body), record.Version) : null;

    /// <summary>Changes the setting as it is at that moment: what others change meanwhile stays changed.</summary>
    /// <param name="change">From the setting as it is, null for none, to what it shall be; null: to be left. Asked again when somebody else was first.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The setting now; null when it was left.</returns>
    public async Task<AutoSetting?> ChangeAsync(Func<AutoSetting?, AutoSetting?> change, string actor, CancellationToken ct)
    {
        while (true)
        {
            (AutoSetting Setting, long Version)? before = await StoredAsync(ct);
            if (change(before?.Setting) is not { } setting)
                return null;
            JournalEntry entry = new(
                time.GetUtcNow(), "auto", setting.IsOn ? "auto-set" : "auto-off", actor, RecordJson.WriteDetail(new { setting.Threshold, setting.Cron, setting.Zone }));
            if (!await store.TryTransitionAsync(new Transition(entry, [Write(setting, before?.Version ?? 0)], []), ct))
                continue;
            await PlanAsync(setting, keepsEarlier: false, ct);
            return setting;
        }
    }

    /// <summary>What notes, in the step that enters a proposal, that it was made: the step fails when the setting was changed since it was read.</summary>
    public static RecordWrite Noted(AutoSetting read, long version, DateTimeOffset madeAt) => Write(read with { MadeAt = madeAt }, version);

    /// <summary>Puts what is due next, at a start or when the clock was set back. A look of the calendar that was put off keeps its time.</summary>
    public async Task RestoreAsync(CancellationToken ct) => await PlanAsync(await FindAsync(ct), keepsEarlier: true, ct);

    // What is due already is left to be done.
    private async Task PlanAsync(AutoSetting? setting, bool keepsEarlier, CancellationToken ct)
    {
        if (due is null)
            return;
        DateTimeOffset now = time.GetUtcNow();
        await PutAsync(due, Threshold, setting is { IsOn: true } ? now + FirstLook : null, false, ct);
        await PutAsync(due, Calendar, setting is { IsOn: true } ? setting.Times()?.Next(now) : null, keepsEarlier, ct);
    }

    private static RecordWrite Write(AutoSetting setting, long version) => new(Collection, Key, version, RecordJson.Write(setting));

    private async Task PutAsync(IDueWork work, string id, DateTimeOffset? at, bool keepsEarlier, CancellationToken ct)
    {
        if (at is not { } next)
            await work.RemoveAsync(id, ct);
        else if (await work.FindAsync(id, ct) is not { } item || (item.Due > time.GetUtcNow() && !(keepsEarlier && item.Due < next)))
            await work.PutAsync(new DueItem(id, Kind, next, "{}"), ct);
    }
}
