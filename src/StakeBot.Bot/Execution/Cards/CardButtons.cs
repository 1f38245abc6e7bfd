using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>The buttons of a proposal's message; each of them can be typed. A button that no longer does anything is gone.</summary>
internal static class CardButtons
{
    public const char Confirm = 'c';
    public const char Cancel = 'x';
    public const char Why = 'w';
    public const char Picture = 'p';
    public const char Stop = 's';
    public const char Entered = 'e';

    public static IReadOnlyList<Button> Of(Proposal proposal)
    {
        string code = proposal.Id.Value[..4];
        return proposal.State switch
        {
            ProposalState.Pending =>
            [
                ConfirmOf(proposal),
                Signed("Cancel", Cancel, proposal, $"/cancel {code}"),
                Signed("Why", Why, proposal, "/risk"),
                Signed("Picture", Picture, proposal, $"/proposals {code} picture"),
            ],
            ProposalState.Grace when proposal.Grace > TimeSpan.Zero => [Signed("Stop", Stop, proposal, $"/cancel {code}")],
            ProposalState.AwaitingUser => [Signed("I have done it", Entered, proposal, $"/proposals {code}"), Signed("Not now", Cancel, proposal, $"/cancel {code}")],
            ProposalState.Done or ProposalState.PartlyDone when proposal.Mode != ExecutionMode.DryRun =>
                [new Button("Show audit", $"/audit {code}"), new Button("Undo…", $"/undo {code}"), new Button("Show status", "/status")],
            ProposalState.Done => [new Button("Show audit", $"/audit {code}"), new Button("Show status", "/status")],
            ProposalState.Cancelled or ProposalState.Expired or ProposalState.Stale or ProposalState.Failed =>
                [new Button("Propose anew", "/propose"), new Button("Show audit", $"/audit {code}")],
            ProposalState.Superseded when proposal.ReplacedBy is { } next => [new Button($"Show {next.Code}", $"/proposals {next.Value[..4]}")],
            _ => [new Button("Show audit", $"/audit {code}")],
        };
    }

    // A step-up is a line that is typed behind the command: a form where there are forms, otherwise by hand.
    private static Button ConfirmOf(Proposal proposal)
    {
        string command = $"/confirm {proposal.Id.Value[..4]}";
        return proposal.StepUp is { } amount
            ? Signed("Confirm", Confirm, proposal, command) with { Asks = $"Type {amount} to confirm" }
            : Signed("Confirm", Confirm, proposal, $"{command} {proposal.CheckCode}");
    }

    private static Button Signed(string label, char operation, Proposal proposal, string typed) =>
        new(label, typed) { Tap = new Tap(operation, proposal.Id.Value, proposal.Revision) };
}
