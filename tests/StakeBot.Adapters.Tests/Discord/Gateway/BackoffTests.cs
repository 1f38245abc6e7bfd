using StakeBot.Adapters.Discord.Gateway;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class BackoffTests
{
    private static readonly GatewayEnd Broken = CloseCodes.After(null);
    private static readonly GatewayEnd Over = CloseCodes.After(1000);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(3, 0.5, 6)]
    [InlineData(6, 1, 60)]
    [InlineData(6, 0, 30)]
    [InlineData(100_000, 1, 60)]
    public void A_broken_connection_is_made_again_soon_and_then_less_and_less_often(int failures, double dice, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures, Broken, dice));

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 4)]
    public void A_new_session_is_never_begun_at_once(int failures, double dice, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures, Over, dice));

    [Fact]
    public void What_Discord_asks_for_comes_at_once_the_first_time()
    {
        GatewayEnd asked = new(Next.Resume, "asked") { IsAskedFor = true };

        Assert.Equal(TimeSpan.Zero, Backoff.After(0, asked, 1));
        Assert.Equal(TimeSpan.FromSeconds(2), Backoff.After(1, asked, 1));
    }

    [Fact]
    public void A_wait_that_is_due_is_waited()
    {
        Assert.Equal(TimeSpan.FromSeconds(60), Backoff.After(0, CloseCodes.After(4008), 1));
        Assert.Equal(TimeSpan.FromSeconds(5), Backoff.After(0, Over with { Wait = TimeSpan.FromSeconds(5) }, 1));
    }
}
