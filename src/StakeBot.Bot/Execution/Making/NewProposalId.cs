using System.Security.Cryptography;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Making;

/// <summary>Draws the id of a new proposal. Its code begins with a letter: <c>/audit 2199</c> would be a page.</summary>
internal static class NewProposalId
{
    public static ProposalId Draw()
    {
        ProposalId id;
        do
            id = ProposalId.Of(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))));
        while (id.ReadsAsNumber);
        return id;
    }
}
