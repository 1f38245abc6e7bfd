using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Auto;

/// <summary>When proposals arrive by themselves. They are never sent by themselves.</summary>
internal sealed record AutoSetting
{
    public required bool IsOn { get; init; }

    /// <summary>How far a model may drift off the policy's target, a share of the fund; null: drift alone is no reason. A broken limit always is one.</summary>
    public double? Threshold { get; init; }

    /// <summary>The calendar, a cron line; null without one.</summary>
    public string? Cron { get; init; }

    public string Zone { get; init; } = "UTC";

    /// <summary>How long after one automatic proposal there is no other.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When the newest automatic proposal was made; null before the first.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    public Timetable? Times() => Cron is null ? null : new Timetable(Cron, Zone);
}
