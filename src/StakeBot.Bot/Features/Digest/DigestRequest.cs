using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Features.Digest;

/// <summary>What somebody wants of his digest: the setting afterwards, or what was not understood.</summary>
internal abstract record DigestRequest
{
    private DigestRequest()
    {
    }

    public sealed record Wanted(DigestSetting Setting) : DigestRequest;

    public sealed record NotUnderstood(string Reason) : DigestRequest;

    /// <param name="before">The setting as it is; a fresh one for who never had any.</param>
    /// <param name="call">What was typed.</param>
    public static DigestRequest Of(DigestSetting before, CommandCall call)
    {
        // Where others read, it comes to whoever asked for it alone.
        ChatAddress there = call.IsPrivate ? call.Address.Lasting : new ChatAddress(call.Address.Platform, call.Person.Identity.Id);
        // Off can be said anywhere, and does not move it.
        DigestSetting setting = call.Choice("action") == "off"
            ? before with { IsOn = false }
            : before with { IsOn = true, Platform = there.Platform, Chat = there.Chat, Reader = call.Person.Identity.Id, Unreachable = 0 };
        if (call.Text("at") is { } at)
        {
            if (ClockTime.Parse(at) is not { } time)
                return new NotUnderstood($"'{OptionValue.Shown(at)}' is no time of day. Example: at:08:00.");
            setting = setting with { At = time };
        }
        if (call.Text("zone") is { } typed)
        {
            if (Zones.Find(typed) is not { } zone)
                return new NotUnderstood($"I do not know one time zone '{OptionValue.Shown(typed)}'. Example: zone:Europe/Berlin. Near it: {string.Join(", ", Zones.Near(typed))}.");
            setting = setting with { Zone = zone };
        }
        if (call.Text("days") is { } named)
        {
            if (DigestDays.Parse(named) is not { } days)
                return new NotUnderstood($"'{OptionValue.Shown(named)}' are no days. Examples: days:daily, days:weekdays, days:mon-sat, days:mon,thu.");
            setting = setting with { Days = days };
        }
        if (call.Choice("content") is { } content)
            setting = setting with { IsFull = content == "full" };
        return call.Text("quiet") is { } quiet ? WithQuiet(setting, quiet) : new Wanted(setting);
    }

    private static DigestRequest WithQuiet(DigestSetting setting, string quiet)
    {
        if (quiet is "none" or "off")
            return new Wanted(setting with { QuietFrom = null, QuietTo = null });
        return quiet.Split('-', '–') is [var from, var to] && ClockTime.Parse(from) is { } begins && ClockTime.Parse(to) is { } ends && begins != ends
            ? new Wanted(setting with { QuietFrom = begins, QuietTo = ends })
            : new NotUnderstood($"'{OptionValue.Shown(quiet)}' are no quiet hours. Example: quiet:22:00-07:00, or quiet:none.");
    }
}
