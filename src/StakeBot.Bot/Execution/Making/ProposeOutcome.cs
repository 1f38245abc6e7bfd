using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Proposals.Planning;

namespace StakeBot.Bot.Execution.Making;

/// <summary>What became of a wish for a proposal.</summary>
internal abstract record ProposeOutcome
{
    private ProposeOutcome()
    {
    }

    /// <summary>It waits for confirmation; or it is only shown, when it was asked for as a preview.</summary>
    public sealed record Made(StoredProposal Stored, bool IsPreview) : ProposeOutcome;

    /// <summary>The account is as it should be.</summary>
    /// <param name="Plan">What is left alone and for later.</param>
    /// <param name="Goal">What it was compared with.</param>
    public sealed record NothingToDo(StakePlan Plan, string Goal) : ProposeOutcome;

    /// <summary>There is none.</summary>
    /// <param name="Reason">Why, with what can be done.</param>
    public sealed record Refused(string Reason) : ProposeOutcome;
}
