using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Audit;

/// <summary>/audit: who did what, when, on which surface, out of the journal whose records are linked by their hashes.</summary>
internal sealed class AuditCommand(IStakeStore store, JournalReader journal, ProposalBook book, ActorNames names, BotMode mode) : ICommand
{
    private const int PerPage = 12;
    private const string Housekeeping = "scores-kept";

    public CommandSpec Spec { get; } = new(
        "audit",
        "Who did what and when, from the journal",
        "/audit P-7F3K",
        Role.Viewer,
        CommandTopic.Look,
        [
            new OptionSpec("page", OptionKind.Whole, "Twelve on a page, newest first.") { Least = 1, Greatest = 10_000 },
            new OptionSpec("code", OptionKind.Text, "Only one proposal, such as P-7F3K.") { Completes = Completes.Proposals },
            new OptionSpec("record", OptionKind.Whole, "Only the hash of one record, to compare with the one in an older Monday's digest.") { Least = 1 },
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Whole("record") is { } sequence)
        {
            IReadOnlyList<JournalRecord> found = await store.ReadJournalAsync(sequence, 1, null, ct);
            return found is [var record] && record.Sequence == sequence
                ? AuditReply.OfOne(mode.Value, record, store.SafeMode)
                : AuditReply.NoSuchRecord(mode.Value, await store.ReadJournalHeadAsync(ct));
        }
        Proposal? about = null;
        if (call.Text("code") is { } code)
        {
            if (await book.MeantAsync(code, ct) is not { } stored)
                return AuditReply.Unknown(mode.Value);
            about = stored.Proposal;
        }
        IReadOnlyList<JournalRecord> records = await journal.ReadAsync(about?.Id.Value, ct);
        // Housekeeping is in the journal, its hash and its export; people look for what people and StakeBot did.
        JournalRecord[] told = [.. records.Where(record => record.Entry.Event != Housekeeping)];
        int pages = Math.Max(1, (told.Length + PerPage - 1) / PerPage);
        int page = Math.Min(call.Whole("page") ?? 1, pages);
        JournalRecord[] here = [.. told.Reverse().Skip((page - 1) * PerPage).Take(PerPage)];
        IReadOnlyDictionary<string, string> people = await names.OfAsync(here.Select(record => record.Entry.Actor), ct);
        return AuditReply.Of(mode.Value, new JournalPage(here, records, page, pages, about?.Code), people, store.SafeMode);
    }
}
