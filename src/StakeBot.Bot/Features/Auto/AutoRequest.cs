using StakeBot.Bot.Commands;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Features.Auto;

/// <summary>What the owner wants: the setting afterwards, or what was not understood.</summary>
internal abstract record AutoRequest
{
    private const string DefaultTime = "10:00";

    private AutoRequest()
    {
    }

    public sealed record Wanted(AutoSetting Setting) : AutoRequest;

    public sealed record NotUnderstood(string Reason) : AutoRequest;

    public static AutoRequest Of(AutoSetting before, CommandCall call, DateTimeOffset now)
    {
        AutoSetting setting = before with { IsOn = call.Choice("action") != "off" };
        if (call.Percent("threshold") is { } threshold)
        {
            if (threshold is < 0.01 or > 0.5)
                return new NotUnderstood("A threshold is between 1 % and 50 % of the fund: below, every day would be a reason; above, nothing would. Example: threshold:5%.");
            setting = setting with { Threshold = threshold };
        }
        if (call.Whole("cooldown") is { } hours)
            setting = setting with { CoolDown = TimeSpan.FromHours(hours) };
        if (call.Text("zone") is { } typed)
        {
            if (Zones.Find(typed) is not { } zone)
                return new NotUnderstood($"I do not know one time zone '{OptionValue.Shown(typed)}'. Example: zone:Europe/Berlin. Near it: {string.Join(", ", Zones.Near(typed))}.");
            setting = setting with { Zone = zone };
        }
        if (ClockTime.Parse(call.Text("at") ?? DefaultTime) is not { } at)
            return new NotUnderstood($"'{OptionValue.Shown(call.Text("at")!)}' is no time of day. Example: at:10:00.");
        if (call.Choice("every") is { } every)
            setting = setting with { Cron = Cron(every, at) };
        else if (call.Text("at") is not null && setting.Cron is { } cron)
            setting = setting with { Cron = $"{at.Minute} {at.Hour} {string.Join(' ', cron.Split(' ')[2..])}" };
        return call.Text("calendar") is { } line ? WithCalendar(setting, line, call, now) : new Wanted(setting);
    }

    private static AutoRequest WithCalendar(AutoSetting setting, string line, CommandCall call, DateTimeOffset now)
    {
        if (call.Choice("every") is not null || call.Text("at") is not null)
            return new NotUnderstood("A calendar says by itself on which days and at what time: give either calendar, or every and at.");
        string cron = CalendarLine.Tidy(line);
        return CalendarLine.Fault(cron, setting.Zone, now) is { } fault ? new NotUnderstood(fault) : new Wanted(setting with { Cron = cron });
    }

    private static string? Cron(string every, TimeOnly at) => every switch
    {
        "day" => $"{at.Minute} {at.Hour} * * *",
        "week" => $"{at.Minute} {at.Hour} * * TUE",
        "month" => $"{at.Minute} {at.Hour} * * TUE#1",
        _ => null,
    };
}
