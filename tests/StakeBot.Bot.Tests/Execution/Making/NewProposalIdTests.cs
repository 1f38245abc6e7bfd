using StakeBot.Bot.Execution.Making;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Execution.Making;

public sealed class NewProposalIdTests
{
    [Fact]
    public void No_code_can_be_taken_for_a_number()
    {
        ProposalId[] drawn = [.. Enumerable.Range(0, 500).Select(_ => NewProposalId.Draw())];
        Assert.All(drawn, id => Assert.True(char.IsAsciiLetterUpper(id.Code[2]), id.Code));
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }
}
