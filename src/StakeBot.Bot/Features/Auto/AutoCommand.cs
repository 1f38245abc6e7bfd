using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.People;
using StakeBot.Bot.Watching.Auto;

namespace StakeBot.Bot.Features.Auto;

/// <summary>/auto: proposals that arrive by themselves, by threshold or by calendar. They ask; they never send.</summary>
internal sealed class AutoCommand(AutoBook book, BotMode mode, TimeProvider time) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "auto",
        "Proposals that arrive by themselves, by threshold or calendar; they ask, never send",
        "/auto on threshold:5% every:month at:10:00 zone:Europe/Berlin",
        Role.Viewer,
        CommandTopic.Act,
        [
            new OptionSpec("action", OptionKind.Choice, "on, off, or nothing to see the setting; on and off are the owner's.") { Choices = ["on", "off"] },
            new OptionSpec("threshold", OptionKind.Percent, "How far a model may be off its target, of the fund, such as 5%. A broken limit is always a reason."),
            new OptionSpec("every", OptionKind.Choice, "By calendar: day, week (Tuesdays), month (the first Tuesday), or never.") { Choices = ["never", "day", "week", "month"] },
            new OptionSpec("calendar", OptionKind.Text, "Instead of every: a cron line of five fields, such as \"0 9 * * MON\"; once a day at most."),
            new OptionSpec("at", OptionKind.Text, "The calendar's time of day, such as 10:00 (the default)."),
            new OptionSpec("zone", OptionKind.Text, "Its time zone, such as Europe/Berlin; without one it is UTC.") { Completes = Completes.Zones },
            new OptionSpec("cooldown", OptionKind.Whole, "Hours after one such proposal in which there is no other; 24 by default.") { Least = 1, Greatest = 2160 },
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        AutoSetting? before = await book.FindAsync(ct);
        if (call.Choice("action") is null && !Spec.Options.Any(option => call.Flag(option.Name)))
            return AutoReply.Show(mode.Value, before, time.GetUtcNow());
        if (Gate.Refusal(call.Person, Role.Owner) is { } refusal)
            return AutoReply.Refused(mode.Value, refusal);
        AutoRequest wish = new AutoRequest.NotUnderstood("");
        AutoSetting? after = await book.ChangeAsync(
            fresh =>
            {
                wish = AutoRequest.Of(fresh ?? new AutoSetting { IsOn = false }, call, time.GetUtcNow());
                return (wish as AutoRequest.Wanted)?.Setting;
            },
            call.Person.Identity.Key,
            ct);
        return after is not null ? AutoReply.Show(mode.Value, after, time.GetUtcNow()) : AutoReply.Refused(mode.Value, ((AutoRequest.NotUnderstood)wish).Reason);
    }
}
