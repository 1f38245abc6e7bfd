using StakeBot.Bot.Chat;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>
/// What follows from a digest that did not arrive: the next one says so. After three in a row that the platform did not let the bot show, it is switched
/// off, and its reader hears of it where he can still be reached; if that is nowhere, the owner does.
/// </summary>
internal sealed class LostDigests(DigestBook book, OwnerAlerts alerts, IPeople people)
{
    private const int UnreachableAtMost = 3;

    /// <summary>Notes one; the same day's once.</summary>
    /// <param name="lost">What was lost.</param>
    /// <param name="where">Where it should have been shown.</param>
    /// <param name="isGone">Whether the platform lets nothing be shown there any more.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task NoteAsync(DigestNote lost, ChatAddress where, bool isGone, CancellationToken ct)
    {
        if (await book.FindAsync(lost.Person, ct) is not { } setting || setting.Doubtful == lost.Day)
            return;
        // What was lost where he had it before says nothing of where he has it now.
        if (!isGone || !setting.IsOn || where != new ChatAddress(setting.Platform, setting.Chat))
            await book.NoteAsync(lost.Person, "digest-doubtful", now => now.WithLost(lost), [], ct);
        else if (setting.Unreachable + 1 < UnreachableAtMost)
            await book.NoteAsync(lost.Person, "digest-unreachable", now => now.WithLost(lost) with { Unreachable = setting.Unreachable + 1 }, [], ct);
        else
            await book.NoteAsync(lost.Person, "digest-stopped", now => now.WithLost(lost) with { Unreachable = 0, IsOn = false }, await MessagesAsync(setting, ct), ct);
    }

    private async Task<IReadOnlyList<OutgoingMessage>> MessagesAsync(DigestSetting setting, CancellationToken ct)
    {
        string happened = $"digest could not be shown on {setting.Platform} three times in a row, because I may not write there any more. I have switched it off.";
        string toReader = $"Your {happened} /digest on, typed here, brings it into this conversation.";
        Member? reader = (await people.ListAsync(ct)).FirstOrDefault(member => member.Id == setting.Person);
        if (reader is null or { Id: Member.OwnerId })
            return await alerts.ForOwnerAsync(toReader, setting.Platform, ct);
        IReadOnlyList<OutgoingMessage> elsewhere = alerts.ForMember(reader, toReader, setting.Platform);
        return elsewhere.Count > 0
            ? elsewhere
            : await alerts.ForOwnerAsync($"{PlainText.Name(reader.Name)}'s {happened} I cannot reach him anywhere else: tell him. /digest on brings it back.", ct);
    }
}
