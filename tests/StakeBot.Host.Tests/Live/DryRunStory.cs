using StakeBot.Core.Proposals;
using StakeBot.NumeraiFake;

namespace StakeBot.Host.Tests.Live;

/// <summary>A key without the right to stake: the real account is seen, a change is read and confirmed, and nothing leaves.</summary>
public sealed class DryRunStory
{
    [Fact]
    public async Task Everything_is_checked_and_nothing_is_sent()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync();

        await bot.Chat.Says("/status");
        bot.Chat.Sees("[DRY RUN]", "aviary · Classic round 1406, Signals round 1406");
        await bot.Chat.Says("/propose manual amounts:GANNET=40");
        bot.Chat.Sees("[DRY RUN]", "gannet", "release", "Dry run: everything is checked, nothing is sent.");
        await bot.Chat.Presses("Confirm");
        await bot.Passes(TimeSpan.FromMinutes(1));

        bot.Chat.Shows("[DRY RUN]", "would have been sent", "nothing was sent, nothing was changed");
        Assert.Equal(ProposalState.Done, await bot.State());
        Assert.Equal((0, 0), (bot.Numerai.MutationPosts(KeyedBot.Gannet), bot.Numerai.Applied(KeyedBot.Gannet)));
        await bot.Chat.Says("/audit");
        bot.Chat.Sees("step rehearsed", "proposal confirmed");
    }

    [Fact]
    public async Task Without_a_key_that_may_stake_live_is_refused_with_the_reason()
    {
        await using KeyedBot none = await KeyedBot.StartAsync();
        await using KeyedBot narrow = await KeyedBot.StartAsync(FakeToken.Staking with { Scopes = ["read_user_info"] });
        await using KeyedBot gone = await KeyedBot.StartAsync(FakeToken.Staking);
        gone.Keys.Remove(FakeToken.Staking);

        await none.Chat.Says("/mode live");
        await narrow.Chat.Says("/mode live");
        await gone.Chat.Says("/mode live");

        none.Chat.Sees("[DRY RUN]", "There is no key that may stake", "stakebot link --staking", "Nothing was changed.");
        narrow.Chat.Sees("[DRY RUN]", "its scope stake is missing", "Nothing was changed.");
        gone.Chat.Sees("[DRY RUN]", "Numerai does not accept the key that may stake", "Nothing was changed.");
        await none.Chat.Says("/mode");
        none.Chat.Sees("Dry run", "There is no key that may stake");
    }

    [Fact]
    public async Task What_changed_a_moment_ago_is_seen_before_anything_is_confirmed()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking);
        await bot.Chat.Says("/propose manual amounts:GANNET=40");
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        await bot.Get<Bot.Ports.Staking.ILegacyStakes>().SendAsync(
            new Bot.Ports.Staking.StakeChangeOrder(
                new Core.Tournaments.Model(KeyedBot.Gannet, "gannet", Core.Tournaments.Tournament.Signals),
                Bot.Ports.Staking.StakeChangeKind.Decrease,
                new Core.Money.Nmr(1),
                DateTimeOffset.MaxValue),
            TestContext.Current.CancellationToken);

        await bot.Chat.Presses("Confirm");

        bot.Chat.Sees("was not sent: the account changed since it was made", "a change of gannet is on its way already", "Nothing was changed.");
        Assert.Equal(ProposalState.Stale, await bot.State());
    }

    [Fact]
    public async Task Figures_that_cannot_be_checked_are_not_confirmed()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync();
        await bot.Chat.Says("/propose manual amounts:GANNET=40");
        bot.Keys.Clear();
        bot.Time.Advance(TimeSpan.FromSeconds(10));

        await bot.Chat.Presses("Confirm");

        bot.Chat.Sees("The account cannot be checked now: Numerai does not accept the key.", "still waits", "Nothing was changed.");
        Assert.Equal(ProposalState.Pending, await bot.State());
    }
}
