using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Watching.Digests;

namespace StakeBot.Bot.Features.Digest;

/// <summary>/digest: when the daily report of burn risk comes, what is in it, and one now to look at.</summary>
internal sealed class DigestCommand(DigestBook book, DigestReading reading, IChartRenderer charts, BotMode mode, TimeProvider time, IExchangeRates? rates = null) : ICommand
{
    private static readonly string[] Settings = ["at", "zone", "days", "quiet", "content", "currency"];

    public CommandSpec Spec { get; } = new(
        "digest",
        "The daily report of what burned, what may burn, and what to do: when, where, one now",
        "/digest on at:08:00 zone:Europe/Berlin",
        Role.Viewer,
        CommandTopic.Act,
        [
            new OptionSpec("action", OptionKind.Choice, "on, off, test (one now), or nothing to see the setting.") { Choices = ["on", "off", "test"] },
            new OptionSpec("at", OptionKind.Text, "The time of day there, such as 08:00 (the default)."),
            new OptionSpec("zone", OptionKind.Text, "The time zone, such as Europe/Berlin or berlin; without one it is UTC.") { Completes = Completes.Zones },
            new OptionSpec("days", OptionKind.Text, "daily (the default), weekdays, mon-sat, or mon,thu."),
            new OptionSpec("quiet", OptionKind.Text, "Hours in which alerts wait, such as 22:00-07:00, or none."),
            new OptionSpec("content", OptionKind.Choice, "short (the default): one line when nothing matters; full: everything every day.") { Choices = ["short", "full"] },
            new OptionSpec("currency", OptionKind.Text, "The currency beside amounts of NMR, such as EUR; USD by default, or none."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        DigestSetting? before = await book.FindAsync(call.Person.Id, ct);
        DigestSetting known = before ?? new DigestSetting { Person = call.Person.Id, Platform = call.Address.Platform, Chat = call.Address.Chat, IsOn = false };
        if (call.Choice("action") == "test")
            return await TestAsync(known, ct);
        if (call.Choice("action") is null && !Settings.Any(call.Flag))
        {
            return before is { IsOn: true }
                ? DigestSettingReply.Show(mode.Value, before, await book.NextAsync(before, ct), time.GetUtcNow(), call.Address.Lasting)
                : DigestSettingReply.Off(mode.Value);
        }
        switch (await DigestCurrency.AppliedAsync(DigestRequest.Of(known, call), call, rates, ct))
        {
            case DigestRequest.NotUnderstood wrong:
                return DigestSettingReply.Refused(mode.Value, wrong.Reason);
            case DigestRequest.Wanted { Setting: var understood }:
                (DigestSetting setting, DateTimeOffset? next) = await book.ChangeAsync(call.Person, fresh => Changed(fresh ?? known, call, understood), ct);
                return DigestSettingReply.Set(mode.Value, setting, next, time.GetUtcNow(), call.Address.Lasting);
            default:
                throw new InvalidOperationException("A wish is understood or not.");
        }
    }

    // What was typed and no more: what was noted or set elsewhere since it was looked at stays.
    private static DigestSetting Changed(DigestSetting fresh, CommandCall call, DigestSetting understood) =>
        DigestRequest.Of(fresh, call) is DigestRequest.Wanted { Setting: var setting }
            ? setting with { Currency = call.Text("currency") is null ? setting.Currency : understood.Currency }
            : throw new InvalidOperationException("What was understood once is understood again.");

    private async Task<Reply> TestAsync(DigestSetting setting, CancellationToken ct)
    {
        DigestReport report = await reading.ReadAsync(setting, ct);
        return DigestReply.Of(mode.Value, report, setting.Times().DayOf(time.GetUtcNow()), isFull: true, ["This is a test: it changes nothing of what your next digest tells."], charts);
    }
}
