using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Features.Decide;

/// <summary>/decide CODE taken: the owner's word on a step that reading could not settle. Two steps: the evidence first, then the same with the check code.</summary>
internal sealed class DecideCommand(ProposalBook book, Settlement settlement, BotMode mode, TimeProvider time) : ICommand
{
    private const string NotDone = "Not decided";

    public CommandSpec Spec { get; } = new(
        "decide",
        "Say what became of a step that I could not find out",
        "/decide P-7F3K taken 9f2c41ab",
        Role.Owner,
        CommandTopic.Act,
        [
            new OptionSpec("outcome", OptionKind.Choice, "taken: Numerai has it; not-taken: it has not.") { Choices = ["taken", "not-taken"] },
            new OptionSpec("code", OptionKind.Text, "The proposal.") { Completes = Completes.Proposals },
            new OptionSpec("check", OptionKind.Text, "Its check code: the second, deliberate step."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text("code") is not { } code || await book.MeantAsync(code, ct) is not { } stored)
            return DecisionReply.Refused(mode.Value, NotDone, "Which one? Type /decide, the proposal's code and taken or not-taken. Nothing was changed.");
        Proposal proposal = stored.Proposal;
        if (proposal.State != ProposalState.NeedsHuman)
            return DecisionReply.Refused(mode.Value, NotDone, $"Nothing of {proposal.Code} waits for your decision. Nothing was changed.");
        if (call.Choice("outcome") is not { } outcome)
            return DecideReply.Evidence(stored, time.GetUtcNow());
        if (call.Text("check") is not { } check || !check.Equals(proposal.CheckCode, StringComparison.OrdinalIgnoreCase))
            return DecideReply.AskBack(stored, outcome, time.GetUtcNow());
        Decision decision = await settlement.DecideAsync(call.Person, proposal.Id, outcome == "taken", ct);
        return DecisionReply.Of(decision, NotDone, mode.Value, time.GetUtcNow());
    }
}
