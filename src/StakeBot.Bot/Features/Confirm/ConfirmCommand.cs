using StakeBot.Bot.Chat;
using StakeBot.Bot.Commands;
using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Cards;
using StakeBot.Bot.Execution.Deciding;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Features.Confirm;

/// <summary>/confirm CODE: the typed way to confirm. Asks back once, with what would be confirmed and the check code to repeat.</summary>
internal sealed class ConfirmCommand(ProposalBook book, Confirmation confirmation, BotMode mode, TimeProvider time) : ICommand
{
    private const string NotDone = "Not confirmed";

    public CommandSpec Spec { get; } = new(
        "confirm",
        "Confirm a proposal by its code and check code, where buttons do not work",
        "/confirm P-7F3K 9f2c41ab",
        Role.Approver,
        CommandTopic.Act,
        [
            new OptionSpec("code", OptionKind.Text, "The proposal.") { Completes = Completes.OpenProposals },
            new OptionSpec("check", OptionKind.Text, "Its check code, or the amount that it asks for."),
        ]);

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text("code") is not { } code)
            return DecisionReply.Refused(mode.Value, NotDone, "Which one? Type /confirm and the proposal's code, such as /confirm P-7F3K. Nothing was changed.");
        if (await book.MeantAsync(code, ct) is not { } stored)
            return DecisionReply.Refused(mode.Value, NotDone, "That is the code of no proposal; /proposals lists them. Nothing was changed.");
        Proposal proposal = stored.Proposal;
        string wanted = proposal.StepUp ?? proposal.CheckCode;
        if (call.Text("check") is not { } check)
            return ConfirmReply.AskBack(stored, wanted, time.GetUtcNow());
        if (!check.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            return DecisionReply.Refused(mode.Value, NotDone, $"'{(check.Length <= 20 ? check : check[..20] + "…")}' is not what {proposal.Code} asks for: look at its message, {(proposal.StepUp is null ? "the check code stands at its end" : "the amount stands at its end")}. Nothing was changed.");
        Decision decision = await confirmation.ConfirmAsync(call.Person, proposal.Id, proposal.Revision, check, ct);
        return DecisionReply.Of(decision, NotDone, mode.Value, time.GetUtcNow());
    }
}
