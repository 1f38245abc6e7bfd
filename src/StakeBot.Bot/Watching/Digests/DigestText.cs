using System.Collections.Concurrent;
using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Ports;
using StakeBot.Core.Stakes;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>
/// A digest as it is true when it is sent. What cannot be read now is tried again for two hours; one that has waited longer, because nobody was there to
/// send it, is left out, and the next one says so.
/// </summary>
internal sealed class DigestText(DigestBook book, DigestReaders readers, DigestReading reading, LostDigests losses, IChartRenderer charts, BotMode mode, TimeProvider time) : IOutgoingText
{
    // Between making a digest and its arrival.
    private readonly ConcurrentDictionary<string, (DateTimeOffset UpTo, ToldRounds? Rounds)> _told = new();

    public string Kind => DigestNote.Kind;

    public async Task<OutgoingReply?> ComposeAsync(JsonElement body, ChatAddress address, CancellationToken ct)
    {
        DigestNote note = DigestNote.Read(body);
        if (await book.FindAsync(note.Person, ct) is not { IsOn: true } setting)
            return null;
        if (await readers.FindAsync(setting, ct) is not DigestReader.Here and var reader)
        {
            if (reader != DigestReader.Away)
                await book.EndAsync(note.Person, reader, ct);
            return null;
        }
        TimeSpan late = time.GetUtcNow() - note.DueAt;
        // Where it went before it was settled anew, nobody may be who reads it.
        if (late > DigestDue.LateAtMost || address != new ChatAddress(setting.Platform, setting.Chat))
        {
            await losses.NoteAsync(note, address, isGone: false, ct);
            return null;
        }
        DigestReport report = await reading.ReadAsync(setting, ct);
        StakeSnapshot snapshot = report.Fund.Snapshot;
        _told[note.Person] = (snapshot.TakenAt, ToldRounds.Of(setting.ToldAt(snapshot.TakenAt), snapshot.Account, report.Fund.Ledger, snapshot.TakenAt));
        return new OutgoingReply(DigestReply.Of(mode.Value, report, note.Date, setting.IsFull, DigestReply.Notes(note, late, setting), charts), null);
    }

    public async Task DeliveredAsync(JsonElement body, MessageRef where, CancellationToken ct)
    {
        DigestNote note = DigestNote.Read(body);
        if (_told.TryRemove(note.Person, out (DateTimeOffset UpTo, ToldRounds? Rounds) told))
            await book.ToldAsync(note, told.UpTo, told.Rounds, ct);
    }

    public Task GivenUpAsync(JsonElement body, ChatAddress address, bool isGone, CancellationToken ct) =>
        losses.NoteAsync(DigestNote.Read(body), address, isGone, ct);
}
