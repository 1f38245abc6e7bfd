using StakeBot.Bot.Chat;
using StakeBot.Bot.Execution.Records;

namespace StakeBot.Bot.Execution.Cards;

/// <summary>What a proposal rests on, for whoever asks.</summary>
internal static class WhyReply
{
    public static Reply Of(StoredProposal stored)
    {
        Proposal proposal = stored.Proposal;
        return new Reply
        {
            Mode = proposal.Mode,
            Title = $"Why {proposal.Code}",
            Lines =
            [
                .. proposal.Reasons,
                $"Made {ChatTime.Mark(proposal.CreatedAt)} for {string.Join(", ", proposal.Rounds.Select(basis => $"{basis.Tournament} round {basis.Round}"))} under version {proposal.PolicyVersion} of the policy.",
                .. proposal.Notes,
                $"Everything that a confirmation binds has the fingerprint {proposal.Fingerprint}.",
            ],
            Buttons = [new Button("Show risk", "/risk"), new Button("Show policy", "/policy")],
        };
    }
}
