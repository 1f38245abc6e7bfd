using System.Globalization;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Funds;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>A digest as it is shown.</summary>
internal static class DigestReply
{
    // A full outbox of a busy minute is no reason to say anything.
    private static readonly TimeSpan LateFrom = TimeSpan.FromMinutes(5);

    /// <param name="mode">The mode.</param>
    /// <param name="report">What there is to tell.</param>
    /// <param name="day">The local date.</param>
    /// <param name="isFull">Whether a quiet day is told in full too.</param>
    /// <param name="notes">Said first: that it is late, or what was missed.</param>
    /// <param name="charts">Draws the picture of Mondays and of limits that are near.</param>
    public static Reply Of(ExecutionMode mode, DigestReport report, DateOnly day, bool isFull, IReadOnlyList<string> notes, IChartRenderer charts)
    {
        string title = $"{day.ToString("ddd d MMM", CultureInfo.InvariantCulture)} · burn risk";
        if (!isFull && report.IsQuiet && notes.Count == 0 && day.DayOfWeek != DayOfWeek.Monday)
        {
            return new Reply
            {
                Mode = mode,
                Title = $"{title}: nothing that matters",
                Lines = [$"Resolved {Figures.SignedUnit(report.Net)}{report.Price?.Signed(report.Net)}; {DigestLines.LimitsInShort(report)}, drawdown {Figures.SignedPercent(-report.Drawdown)}; no action needed."],
            };
        }
        bool isDrawn = report.Fund.Open is { Rounds.Count: > 0 } && (day.DayOfWeek == DayOfWeek.Monday || report.IsNearLimit);
        BurnPicture? picture = isDrawn ? BurnPicture.Of(report.Fund, mode, $"What the open rounds may pay or burn, {title}", report.Fund.Open!) : null;
        return new Reply
        {
            Mode = mode,
            Title = title,
            Lines =
            [
                .. notes,
                .. DigestLines.Resolved(report),
                .. DigestLines.Open(report),
                .. DigestLines.Limits(report),
                .. DigestLines.OnTheWay(report),
                .. DigestLines.Idle(report),
                .. report.Fund.Snapshot.Notes,
                .. DigestLines.Actions(report),
                .. day.DayOfWeek == DayOfWeek.Monday ? [DigestLines.Journal(report)] : Array.Empty<string>(),
            ],
            Pictures = picture is null ? [] : [new Picture("burn.png", charts.Draw(picture.Plot), picture.AltText)],
            Table = picture is null ? null : BurnTable.Of(report.Fund.Open!),
            Buttons = [new Button("Show open rounds", "/burn"), new Button("Show risk", "/risk"), new Button("Show status", "/status")],
        };
    }

    /// <param name="note">What is due.</param>
    /// <param name="late">How long ago it was due.</param>
    /// <param name="setting">Whose it is: what was lost before it.</param>
    public static IReadOnlyList<string> Notes(DigestNote note, TimeSpan late, DigestSetting setting)
    {
        List<string> notes = [];
        if (setting is { Doubtful: { } day, Lost: > 1 })
            notes.Add($"{setting.Lost} digests, the last that of {day}, did not reach you, or may not have. What they told is told here again.");
        else if (setting.Doubtful is { } doubtful)
            notes.Add($"The digest of {doubtful} did not reach you, or may not have. What it told is told here again.");
        if (late > LateFrom)
            notes.Add($"This digest was due {ChatTime.Mark(note.DueAt)}; I could not send it then.");
        if (note.Missed > 0)
            notes.Add($"{note.Missed} {(note.Missed == 1 ? "digest" : "digests")} before this one could not be sent; what was resolved since the last one is told here.");
        return notes;
    }
}
