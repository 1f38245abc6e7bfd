using CsCheck;
using StakeBot.Core.Proposals;

namespace StakeBot.Core.Tests.Proposals;

public sealed class ProposalIdTests
{
    [Fact]
    public void Every_64_bits_are_an_id_of_their_own_that_can_be_read_again() =>
        Gen.ULong.Select(Gen.ULong).Sample((left, right) =>
        {
            ProposalId id = ProposalId.Of(left);
            Assert.True(ProposalId.TryParse(id.Value, out ProposalId read));
            Assert.Equal(id, read);
            Assert.Equal(left == right, id == ProposalId.Of(right));
        });

    [Theory]
    [InlineData("P-7F3K", true)]
    [InlineData("p-7f3k", true)]
    [InlineData("7F3KQ2", true)]
    [InlineData("7F3", false)]
    [InlineData("P-9F3K", false)]
    [InlineData("", false)]
    public void People_mean_it_by_its_first_characters(string typed, bool meant) =>
        Assert.Equal(meant, new ProposalId("7F3KQ2M8ZT4WA").IsMeantBy(typed));

    [Theory]
    [InlineData("P-1O0L", "1001QQQQQQQQQ")]
    public void Letters_that_look_like_digits_are_taken_for_them(string typed, string id) => Assert.True(new ProposalId(id).IsMeantBy(typed));

    [Theory]
    [InlineData("7F3KQ2M8ZT4W")]
    [InlineData("7F3KQ2M8ZT4WU")]
    [InlineData("7f3kq2m8zt4wa")]
    public void What_is_no_id_is_not_read(string text) => Assert.False(ProposalId.TryParse(text, out _));
}
