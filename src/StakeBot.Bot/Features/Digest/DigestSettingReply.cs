using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Features.Digest;

internal static class DigestSettingReply
{
    private static readonly Button Test = new("Show one now", "/digest test");
    private static readonly Button SwitchOff = new("Switch it off", "/digest off");

    public static Reply Show(ExecutionMode mode, DigestSetting setting, DateTimeOffset? next, DateTimeOffset now, ChatAddress here) =>
        new() { Mode = mode, Title = $"Digest: {Words(setting)}", Lines = Lines(setting, next, now, here), Buttons = [Test, SwitchOff] };

    public static Reply Off(ExecutionMode mode) => new()
    {
        Mode = mode,
        Title = "Digest: off",
        Lines = ["Every morning: what burned, what may burn, and whether there is anything to do. Example: /digest on at:08:00 zone:Europe/Berlin quiet:22:00-07:00"],
        Buttons = [Test],
    };

    public static Reply Set(ExecutionMode mode, DigestSetting setting, DateTimeOffset? next, DateTimeOffset now, ChatAddress here) => setting.IsOn
        ? Show(mode, setting, next, now, here)
        : new Reply { Mode = mode, Title = "Digest: off", Lines = ["No digest comes any more. Alerts still do. /digest on brings it back as it was."], Buttons = [new Button("Switch it on", "/digest on")] };

    public static Reply Refused(ExecutionMode mode, string reason) => new()
    {
        Kind = ReplyKind.Refusal,
        Mode = mode,
        Title = "The digest stays as it is",
        Lines = [reason, "Nothing was changed."],
        Buttons = [new Button("Show my digest", "/digest")],
    };

    private static string Words(DigestSetting setting) => $"{DigestDays.Show(setting.Days)} {ClockTime.Show(setting.At)} {setting.Zone}";

    private static IReadOnlyList<string> Lines(DigestSetting setting, DateTimeOffset? next, DateTimeOffset now, ChatAddress here) =>
    [
        next is { } at ? $"Next: {ChatTime.Mark(at)}{(setting.Times().Next(now) < at ? ", because a day has one digest" : "")}, {Place(setting, here)}. It is {ClockTime.Show(TimeOnly.FromDateTime(setting.Times().Local(now).DateTime))} in {(Zones.IsKnown(setting.Zone) ? setting.Zone : $"UTC, because this machine does not know {setting.Zone},")} now; if that is not your clock, set zone." : "There is no such day any more.",
        setting.Quiet() is { } quiet ? $"Quiet {quiet}: alerts that can wait, wait; your digest comes at its time." : "No quiet hours: alerts come at any time. Example: /digest quiet:22:00-07:00.",
        setting.Currency == DigestSetting.NoCurrency ? "Amounts are in NMR only." : $"Amounts are in NMR and, where the price is known, about in {setting.Currency}.",
        setting.IsFull ? "Everything is told every day." : "A day on which nothing matters gets one line.",
    ];

    private static string Place(DigestSetting setting, ChatAddress here) =>
        here == new ChatAddress(setting.Platform, setting.Chat) ? "here in this conversation"
        : setting.Chat == setting.Reader ? $"in a private message to you on {setting.Platform}"
        : $"on {setting.Platform}, where you asked for it";
}
