using StakeBot.Bot.Commands;

namespace StakeBot.Bot.Tests.Commands;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("risk", "risk", 0)]
    [InlineData("rsik", "risk", 1)]
    [InlineData("rik", "risk", 1)]
    [InlineData("riskk", "risk", 1)]
    [InlineData("desk", "risk", 2)]
    [InlineData("", "risk", 4)]
    public void Typing_errors_are_counted(string typed, string meant, int errors) =>
        Assert.Equal(errors, EditDistance.Between(typed, meant));
}
