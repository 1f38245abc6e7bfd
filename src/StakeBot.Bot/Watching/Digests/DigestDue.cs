using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>A digest whose time has come: one message for its local date. One that is more than two hours late is left out and told of in the next.</summary>
internal sealed class DigestDue(DigestBook book, DigestReaders readers, TimeProvider time) : IDueHandler
{
    /// <summary>How late a digest is still sent.</summary>
    public static readonly TimeSpan LateAtMost = TimeSpan.FromHours(2);

    private const int SpreadSeconds = 90;

    public string Kind => DigestBook.Kind;

    public Task RestoreAsync(CancellationToken ct) => book.RestoreAsync(ct);

    public async Task<DueStep> HandleAsync(DueItem item, CancellationToken ct)
    {
        DigestBody body = DigestBody.Read(item.Body);
        if (await book.FindAsync(body.Person, ct) is not { IsOn: true } setting)
            return Ended(item);
        DigestReader reader = await readers.FindAsync(setting, ct);
        if (reader is DigestReader.Elsewhere or DigestReader.Nobody)
        {
            await book.EndAsync(setting.Person, reader, ct);
            return Ended(item);
        }
        DateTimeOffset now = time.GetUtcNow();
        Timetable times = setting.Times();
        // A clock that was set back does not make a day come twice.
        DateTimeOffset from = item.Due > now ? item.Due : now;
        string occurrence = $"{item.Id}:{times.DayOf(item.Due):yyyy-MM-dd}";
        bool isMissed = now - item.Due > LateAtMost;
        // After a longer outage the newest of those that came up meanwhile may still be in time.
        DateTimeOffset? late = isMissed && times.Next(now - LateAtMost - TimeSpan.FromTicks(1)) is { } newest && newest <= now ? newest : null;
        int missed = isMissed ? body.Missed + 1 + times.CountBetween(item.Due, now) - (late is null ? 0 : 1) : 0;
        DueItem? next = (late ?? times.Next(from)) is { } at ? item with { Due = at, Body = (body with { Missed = missed, Last = times.DayOf(item.Due) }).Write() } : null;
        return new DueStep(occurrence, next, isMissed || reader == DigestReader.Away ? [] : [Message(setting, item, body.Missed, now)]);
    }

    private static DueStep Ended(DueItem item) => new($"{item.Id}:off:{item.Due.ToUnixTimeSeconds()}", null, []);

    private static OutgoingMessage Message(DigestSetting setting, DueItem item, int missed, DateTimeOffset now)
    {
        string day = setting.Times().DayOf(item.Due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        DigestNote note = new(setting.Person, day, missed, item.Due);
        // Not all at once at the full hour.
        int place = SHA256.HashData(Encoding.UTF8.GetBytes(setting.Person))[0] * SpreadSeconds / 256;
        return new OutgoingMessage($"{item.Id}:{day}", setting.Platform, setting.Chat, OutgoingPriority.Digest, note.Write(), now.AddSeconds(place));
    }
}
