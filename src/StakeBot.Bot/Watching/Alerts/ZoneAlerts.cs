using Microsoft.Extensions.Logging;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Alerts;

/// <summary>Time zones that were set where they are known, and that this machine does not know: their times are read as UTC until somebody sets them again.</summary>
internal sealed class ZoneAlerts(DigestBook digests, AutoBook auto, ILogger<ZoneAlerts> logger)
{
    public const string Prefix = "zone:";

    // A person can set only zones that are known here: whose is unknown is settled by the first look.
    private string[]? _strangers;

    public async Task<IReadOnlyList<AlertCondition>> ReadAsync(CancellationToken ct)
    {
        _strangers ??= [.. (await digests.AllAsync(ct)).Where(setting => !Zones.IsKnown(setting.Zone)).Select(setting => setting.Person)];
        List<AlertCondition> holding = [];
        foreach (string person in _strangers)
        {
            if (await digests.FindAsync(person, ct) is { } setting && (setting.IsOn || setting.Quiet() is not null) && !Zones.IsKnown(setting.Zone))
                holding.Add(Digest(setting));
        }
        if (await CalendarAsync(ct) is { IsOn: true, Cron: not null } automatic && !Zones.IsKnown(automatic.Zone))
            holding.Add(new AlertCondition($"{Prefix}:calendar", $"This machine does not know the time zone {automatic.Zone}: the calendar of automatic proposals is read as UTC. Set it again, such as /auto zone:Europe/Berlin."));
        return holding;
    }

    private async Task<AutoSetting?> CalendarAsync(CancellationToken ct)
    {
        try
        {
            return await auto.FindAsync(ct);
        }
        catch (RecordUnreadableException fault)
        {
            BotLog.SettingUnreadable(logger, fault, AutoBook.Kind);
            return null;
        }
    }

    private static AlertCondition Digest(DigestSetting setting) => new(
        $"{Prefix}{setting.Person}",
        $"This machine does not know the time zone {setting.Zone}: the times of your digest and your quiet hours are read as UTC. Set it again, such as /digest {(setting.IsOn ? "" : "off ")}zone:Europe/Berlin.")
    {
        To = new AlertRecipient(setting.Person, setting.Platform, setting.Chat),
    };
}
