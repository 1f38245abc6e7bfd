using StakeBot.Bot.Jobs;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Jobs;

public sealed class OutboxPatienceTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(6, 160)]
    [InlineData(7, 300)]
    [InlineData(8, 300)]
    [InlineData(200, 300)]
    public void The_wait_doubles_from_five_seconds_to_five_minutes(int attempts, int seconds) =>
        Assert.Equal(Some.Moment.AddSeconds(seconds), OutboxPatience.Again(OutgoingPriority.Alert, attempts, Some.Moment));

    // 5 + 10 + 20 + 40 + 80 + 160 = 315 s after six waits, then 300 s each: 8 waits are 915 s, 29 are 7,215 s, 293 are 86,415 s.
    [Theory]
    [InlineData(OutgoingPriority.Answer, 7)]
    [InlineData(OutgoingPriority.Digest, 28)]
    [InlineData(OutgoingPriority.Alert, 292)]
    [InlineData(OutgoingPriority.Confirmation, 292)]
    public void It_ends_when_the_message_is_worth_nothing_any_more(OutgoingPriority priority, int last)
    {
        Assert.NotNull(OutboxPatience.Again(priority, last, Some.Moment));
        Assert.Null(OutboxPatience.Again(priority, last + 1, Some.Moment));
        Assert.Null(OutboxPatience.Again(priority, int.MaxValue, Some.Moment));
    }

    [Fact]
    public void A_platform_that_asks_for_a_longer_wait_gets_it()
    {
        Assert.Equal(Some.Moment.AddSeconds(42), OutboxPatience.Again(OutgoingPriority.Alert, 1, Some.Moment, TimeSpan.FromSeconds(42)));
        Assert.Equal(Some.Moment.AddSeconds(5), OutboxPatience.Again(OutgoingPriority.Alert, 1, Some.Moment, TimeSpan.FromSeconds(1)));
    }
}
