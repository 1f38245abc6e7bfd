using StakeBot.Bot.Execution.Records;

namespace StakeBot.Bot.Execution.Deciding;

/// <summary>What became of somebody's decision about a proposal.</summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Stored">The proposal now.</param>
    /// <param name="Said">One line for him who decided.</param>
    public sealed record Taken(StoredProposal Stored, string Said) : Decision;

    /// <summary>It is not.</summary>
    /// <param name="Reason">Why; the last sentence says what did not happen.</param>
    public sealed record Refused(string Reason) : Decision;
}
