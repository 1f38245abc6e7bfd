using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Risk;

public sealed class ReturnMatrixTests
{
    private static readonly ReturnMatrix Returns = Made.Returns([1, 2, 3], [4, 5, 6]);

    [Fact]
    public void Rows_are_rounds_and_columns_are_models()
    {
        Assert.Equal((3, 2, new RoundNumber(102)), (Returns.RoundCount, Returns.ModelCount, Returns.LastRound));
        Assert.Equal([2, 5], Returns.Row(1).ToArray());
        Assert.Equal([4, 5, 6], Returns.Column(1));
    }

    [Fact]
    public void Parts_keep_their_labels()
    {
        ReturnMatrix second = Returns.OfModels([1]);
        Assert.Equal(("M1", 5), (Assert.Single(second.Models).Name, second[1, 0]));
        ReturnMatrix late = Returns.OfRounds(1, 3);
        Assert.Equal((new RoundNumber(101), 2, 6), (late.FirstRound, late.RoundCount, late[1, 1]));
    }

    [Fact]
    public void Values_must_fill_rows()
    {
        Assert.Throws<ArgumentException>(() => new ReturnMatrix(default, Returns.Models, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new ReturnMatrix(default, [], [1]));
        Assert.Equal(0, new ReturnMatrix(default, [], []).RoundCount);
    }
}
