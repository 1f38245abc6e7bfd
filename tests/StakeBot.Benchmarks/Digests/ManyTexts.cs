using System.Globalization;
using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Watching.Digests;

namespace StakeBot.Benchmarks.Digests;

/// <summary>The digest of each person's own fund, made when it is sent.</summary>
internal sealed class ManyTexts(ManyFunds funds, DigestBook book, TimeProvider time) : IOutgoingText
{
    private readonly NoCharts _charts = new();

    public string Kind => DigestNote.Kind;

    public async Task<OutgoingReply?> ComposeAsync(JsonElement body, ChatAddress address, CancellationToken ct)
    {
        DigestNote note = DigestNote.Read(body);
        if (await book.FindAsync(note.Person, ct) is not { } setting)
            return null;
        DigestReport report = funds.Report(int.Parse(note.Person, CultureInfo.InvariantCulture));
        return new OutgoingReply(DigestReply.Of(ExecutionMode.DryRun, report, note.Date, setting.IsFull, DigestReply.Notes(note, TimeSpan.Zero, setting), _charts), null);
    }

    public Task DeliveredAsync(JsonElement body, MessageRef where, CancellationToken ct) => book.ToldAsync(DigestNote.Read(body), time.GetUtcNow(), null, ct);
}
