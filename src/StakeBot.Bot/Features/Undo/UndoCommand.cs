using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Features.Undo;

/// <summary>/undo CODE: what was sent cannot be recalled, so this proposes the opposite as far as it is possible, with what it costs, to be confirmed.</summary>
internal sealed class UndoCommand(ProposalBook book, INumerai numerai, Compensation compensation, Proposer proposer, BotMode mode, TimeProvider time) : ICommand
{
    public CommandSpec Spec { get; } = new(
        "undo",
        "Propose the opposite of a proposal that was carried out, with what it costs",
        "/undo P-7F3K",
        Role.Approver,
        CommandTopic.Act,
        [new OptionSpec("code", OptionKind.Text, "The proposal.") { Completes = Completes.Proposals }])
    {
        Proposes = true,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text("code") is not { } code || await book.MeantAsync(code, ct) is not { } done)
            return UndoReply.Refused(mode.Value, "Which one? Type /undo and the proposal's code, such as /undo P-7F3K; /proposals lists them.");
        Proposal proposal = done.Proposal;
        if (proposal.State is ProposalState.Pending or ProposalState.Grace)
            return UndoReply.Cancel(mode.Value, proposal);
        if (!done.Legs.Any(leg => leg.State.WasTaken))
            return UndoReply.Refused(mode.Value, $"Nothing of {proposal.Code} was carried out, so there is nothing to undo.");
        StakePlan plan = await compensation.OfAsync(done, await numerai.ReadStakesAsync(ct), ct);
        if (plan.Changes.Count == 0)
            return UndoReply.NotNow(mode.Value, proposal, plan);
        return await proposer.MakeAsync(plan, $"undo {proposal.Code} as far as that is possible", proposal.Id, call.Person.Signature, ct) switch
        {
            ProposeOutcome.Made made => UndoReply.Made(made.Stored, proposal, time.GetUtcNow()),
            ProposeOutcome.Refused refused => UndoReply.Refused(mode.Value, refused.Reason),
            _ => throw new InvalidOperationException("A plan with changes is proposed or refused."),
        };
    }
}
