using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;

namespace StakeBot.Bot.Features.Export;

/// <summary>/export: a file of what was done, proposed, paid or staked, at full precision; where only the asker can read it.</summary>
internal sealed class ExportCommand(JournalReader journal, ProposalBook book, INumerai numerai, BotMode mode, TimeProvider time) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "export",
        "A file of the journal, the proposals, the payouts or the stakes, at full precision",
        "/export audit csv",
        Role.Viewer,
        CommandTopic.Look,
        [
            new OptionSpec("what", OptionKind.Choice, "audit (the journal, the default), proposals, ledger (payouts and burns) or stakes (as they are now).") { Choices = ["audit", "proposals", "ledger", "stakes"] },
            new OptionSpec("format", OptionKind.Choice, "csv (the default) or json.") { Choices = ["csv", "json"] },
            new OptionSpec("from", OptionKind.Text, "The first day, UTC, such as 2026-09-01; without it, from the beginning."),
            new OptionSpec("to", OptionKind.Text, "The last day, UTC, such as 2026-09-30; without it, until now."),
        ])
    {
        InPrivate = true,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (!call.IsPrivate)
            return ExportReply.NotHere(mode.Value);
        (ExportSpan? span, string? wrong) = ExportSpan.Read(call.Text("from"), call.Text("to"));
        if (span is null)
            return ExportReply.Refused(mode.Value, wrong!);
        string what = call.Choice("what") ?? "audit";
        if (what == "stakes" && !span.IsEverything)
            return ExportReply.Refused(mode.Value, "Stakes are exported as they are now, without days. Example: /export stakes csv.");
        DataTable table = what switch
        {
            "audit" => JournalRows.Of(await journal.ReadAsync(null, ct), span),
            "proposals" => ProposalRows.Of(await ProposalsAsync(span, ct)),
            "ledger" => LedgerRows.Of(await numerai.ReadLedgerAsync(ct), span),
            "stakes" => StakeRows.Of(await numerai.ReadStakesAsync(ct)),
            _ => throw new InvalidOperationException($"Unknown export {what}."),
        };
        return ExportReply.Of(mode.Value, table, ExportFile.Of(table, what, call.Choice("format") ?? "csv", span, time.GetUtcNow()));
    }

    private async Task<IReadOnlyList<StoredProposal>> ProposalsAsync(ExportSpan span, CancellationToken ct)
    {
        List<StoredProposal> stored = [];
        foreach (Proposal proposal in (await book.AllAsync(ct)).Reverse().Where(proposal => span.Holds(proposal.CreatedAt)))
            stored.Add(await book.FindAsync(proposal.Id, ct) ?? throw new InvalidOperationException($"{proposal.Code} is listed and not there."));
        return stored;
    }
}
