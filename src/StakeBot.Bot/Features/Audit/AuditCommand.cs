using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Features.Audit;

/// <summary>/audit: who did what, when, on which surface, out of the journal whose records are linked by their hashes.</summary>
internal sealed class AuditCommand(IStakeStore store, ProposalBook book, BotMode mode) : ICommand
{
    private const int PerPage = 12;
    private const int ReadAtMost = 100_000;

    public CommandSpec Spec { get; } = new(
        "audit",
        "Who did what and when, from the journal",
        "/audit P-7F3K",
        Role.Viewer,
        CommandTopic.Look,
        [
            new OptionSpec("page", OptionKind.Whole, "Twelve on a page, newest first.") { Least = 1, Greatest = 10_000 },
            new OptionSpec("code", OptionKind.Text, "Only one proposal, such as P-7F3K."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        string? subject = null;
        if (call.Text("code") is { } code)
        {
            if (await book.MeantAsync(code, ct) is not { } stored)
                return AuditReply.Unknown(mode.Value);
            subject = stored.Proposal.Id.Value;
        }
        IReadOnlyList<JournalRecord> records = await store.ReadJournalAsync(1, ReadAtMost, subject, ct);
        return AuditReply.Of(mode.Value, records, call.Text("code"), call.Whole("page") ?? 1, PerPage, store.SafeMode);
    }
}
