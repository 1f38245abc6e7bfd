using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;

namespace StakeBot.Host.Tests.Live;

/// <summary>Atomic settings are entered by their owner; they are seen when a round has taken its stakes, and followed until they act in full.</summary>
public sealed class AtomicStory
{
    private static readonly ModelId Heron = Classic(2);
    private static readonly ModelId Finch = Classic(5);

    [Fact]
    public async Task Settings_that_the_owner_enters_are_seen_and_followed_to_the_end()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking);
        await bot.GoesLive();
        await bot.Chat.Says("/propose manual amounts:HERON=44.8,FINCH=25.6");
        bot.Chat.Sees("[LIVE]", "S 1.00 → 0.70", "S 0.50 → 0.40", "I cannot set Atomic strategies for you");
        await bot.Confirms();
        await bot.Passes(TimeSpan.FromMinutes(1));
        bot.Chat.Shows("waits for you", "heron (Classic): per-round stake 0.70 NMR, mode fixed, automation on: not seen yet", "finch (Classic): per-round stake 0.40 NMR");

        bot.Numerai.EnterSetting(Heron, Fixed(0.75m));
        bot.Numerai.EnterSetting(Finch, Fixed(0.40m));
        await bot.Passes(TimeSpan.FromDays(1));
        bot.Chat.Shows("heron (Classic): per-round stake 0.70 NMR, mode fixed, automation on: round 1407 reads 0.75 NMR, not 0.70 NMR", "finch (Classic): per-round stake 0.40 NMR, mode fixed, automation on: set");

        bot.Numerai.EnterSetting(Heron, Fixed(0.70m));
        await bot.Passes(TimeSpan.FromHours(23));
        Assert.Equal(ProposalState.Done, await bot.State());
        bot.Chat.Shows("✔ 1. heron", "✔ 2. finch", "It acts from round 1408.");
        Assert.Equal([1408, 1407], (await bot.Newest()).Legs.Select(leg => leg.ActsFromRound));

        await bot.Passes(TimeSpan.FromDays(45));
        bot.Chat.Shows("the new setting of heron has run for half of its rounds");
        bot.Chat.ShowsNo("acts in full now");
        await bot.Passes(TimeSpan.FromDays(46));
        bot.Chat.Shows("the new setting of heron acts in full now");
        Assert.Equal(LegState.Settled, (await bot.Newest()).Legs[0].State);
        Assert.DoesNotContain("v2ChangeStake", bot.Numerai.Operations);
    }

    [Fact]
    public async Task Nothing_is_said_not_to_be_entered_before_a_round_could_have_shown_it()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking);
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 11, 29, 15, 0, 0, TimeSpan.Zero));
        await bot.GoesLive();
        await bot.Chat.Says("/propose manual amounts:HERON=44.8");
        await bot.Confirms();

        await bot.Passes(TimeSpan.FromHours(45));
        Assert.Equal(ProposalState.AwaitingUser, await bot.State());
        await bot.Passes(TimeSpan.FromHours(2));

        Assert.Equal(ProposalState.Failed, await bot.State());
        bot.Chat.Shows("not taken: it was not entered", "Nothing was changed.");
    }

    [Fact]
    public async Task A_model_that_is_set_to_nothing_is_seen_to_get_nothing()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking);
        await bot.GoesLive();
        await bot.Chat.Says("/propose manual amounts:HERON=0");
        bot.Chat.Sees("a tap is not enough");
        await bot.Confirms();
        await bot.Passes(TimeSpan.FromMinutes(1));

        bot.Numerai.EnterSetting(Heron, Fixed(0) with { Automation = false });
        await bot.Passes(TimeSpan.FromDays(1));

        Assert.Equal(ProposalState.Done, await bot.State());
    }

    private static ModelId Classic(int number) => new($"9a9e7000-0000-4000-8000-00000008{number:0000}");

    private static StakeSetting Fixed(decimal perRound) => new(new Nmr(perRound), StakeMode.Constant, Automation: true);
}
