using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Features.Auto;

internal static class AutoReply
{
    public static Reply Show(ExecutionMode mode, AutoSetting? setting, DateTimeOffset now) => setting is { IsOn: true }
        ? new Reply
        {
            Mode = mode,
            Title = "Automatic proposals: on",
            Lines =
            [
                $"When a limit is broken{(setting.Threshold is { } threshold ? $", or a model is more than {Figures.Percent(threshold)} of the fund off the policy's target" : "")}: looked at in a minute, then every half hour.",
                Calendar(setting, now),
                $"At most one in {setting.CoolDown.TotalHours:0} hours, and none while another proposal is open or the bot is paused.",
                "I create a proposal and ask. I never send by myself.",
            ],
            Buttons = [new Button("Switch it off", "/auto off"), new Button("Show policy", "/policy")],
        }
        : new Reply
        {
            Mode = mode,
            Title = "Automatic proposals: off",
            Lines =
            [
                "Switched on, I propose when a limit is broken, a model has drifted off its target, or the calendar says so, and ask. I never send by myself.",
                "Example: /auto on threshold:5% every:month at:10:00 zone:Europe/Berlin",
            ],
            Buttons = [new Button("Switch it on", "/auto on"), new Button("Show policy", "/policy")],
        };

    private static string Calendar(AutoSetting setting, DateTimeOffset now)
    {
        if (setting.Times() is not { } times || times.Next(now) is not { } next)
            return "No calendar. Examples: /auto every:month at:10:00 zone:Europe/Berlin, /auto calendar:\"0 9 * * MON\"";
        string then = times.Next(next) is { } later ? $", then {ChatTime.Mark(later)}" : "";
        return $"By calendar, {CalendarLine.Words(times.Cron)} ({(Zones.IsKnown(setting.Zone) ? setting.Zone : $"UTC, because this machine does not know {setting.Zone}")}): next {ChatTime.Mark(next)}{then}.";
    }

    public static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "Automatic proposals stay as they are",
        Lines = [reason, "Nothing was changed."],
        Buttons = [new Button("Show the setting", "/auto")],
    };
}
