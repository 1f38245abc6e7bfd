using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Cancel;

/// <summary>/cancel CODE: the typed way to say no, to stop a confirmed one in its grace, or to take one's own confirmation back.</summary>
internal sealed class CancelCommand(ProposalBook book, Cancellation cancellation, BotMode mode, TimeProvider time) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "cancel",
        "Cancel a proposal, or stop a confirmed one before it is sent",
        "/cancel P-7F3K",
        Role.Approver,
        CommandTopic.Act,
        [
            new OptionSpec("mine", OptionKind.Flag, "Only takes your own confirmation back, while more are needed."),
            new OptionSpec("code", OptionKind.Text, "The proposal.") { Completes = Completes.OpenProposals },
            new OptionSpec("why", OptionKind.Text, "A reason for the others, in quotes."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text("code") is not { } code || await book.MeantAsync(code, ct) is not { } stored)
            return CancelReply.WhichOne(mode.Value);
        Decision decision = call.Flag("mine")
            ? await cancellation.WithdrawAsync(call.Person, stored.Proposal.Id, ct)
            : await cancellation.CancelAsync(call.Person, stored.Proposal.Id, call.Text("why"), ct);
        return CancelReply.Of(decision, mode.Value, time.GetUtcNow());
    }
}
