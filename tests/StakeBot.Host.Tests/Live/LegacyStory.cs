using StakeBot.Bot.Linking;
using StakeBot.Bot.Secrets;
using StakeBot.Core.Proposals;
using StakeBot.NumeraiFake;

namespace StakeBot.Host.Tests.Live;

/// <summary>A Legacy stake is changed once: live is switched on, the change confirmed, sent, and seen by reading.</summary>
public sealed class LegacyStory
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_confirmed_change_is_sent_once_and_seen()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking);
        await bot.GoesLive();

        await bot.Chat.Says("/propose manual amounts:GANNET=40");
        bot.Chat.Sees("[LIVE]", "gannet", "release");
        await bot.Confirms();
        bot.Chat.Shows("confirmed by", "Stop it if it should not be");
        await bot.Passes(TimeSpan.FromSeconds(29));
        Assert.Equal(0, bot.Numerai.MutationPosts(KeyedBot.Gannet));
        await bot.Passes(TimeSpan.FromSeconds(31));

        Assert.Equal(ProposalState.Done, await bot.State());
        bot.Chat.Shows("[LIVE]", "done · confirmed by", "✔ 1.", "taken, due");
        await bot.Passes(TimeSpan.FromHours(2));
        Assert.Equal((1, 1), (bot.Numerai.MutationPosts(KeyedBot.Gannet), bot.Numerai.Applied(KeyedBot.Gannet)));
        await bot.Chat.Says("/audit");
        bot.Chat.Sees("proposal confirmed", "step claimed", "step submitted", "step observed");
        await bot.Chat.Says("/audit page:2");
        bot.Chat.Sees("mode live");
        await bot.Chat.Says("/status");
        bot.Chat.Sees("[LIVE]", "pending");
    }

    [Fact]
    public async Task The_first_change_with_a_key_takes_more_than_a_tap()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking);
        await bot.GoesLive();
        await bot.Chat.Says("/propose manual amounts:GANNET=59");
        bot.Chat.Sees("is the first change with this key, so a tap is not enough: type /confirm");
        await bot.Chat.Presses("Confirm");
        bot.Chat.Sees("To confirm, type: /confirm", "Nothing was changed.");
        Assert.Equal(ProposalState.Pending, await bot.State());
        await bot.Confirms();
        await bot.Passes(TimeSpan.FromMinutes(5));
        Assert.Equal(ProposalState.Done, await bot.State());

        await bot.Chat.Says("/propose manual amounts:HERON=63");

        bot.Chat.Sees("[LIVE]", "It leaves a limit broken, so a tap is not enough").SeesNo("first change");
    }

    [Fact]
    public async Task Linked_keys_do_what_configured_ones_do_and_a_revoked_one_does_no_more()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking, configured: false);
        await bot.Chat.Says("/status");
        bot.Chat.Sees("There is no key for reading");
        KeyLinking linking = bot.Get<KeyLinking>();
        Assert.IsType<LinkOutcome.Linked>(await linking.LinkAsync(KeyUse.Reading, Key(FakeToken.Reading), "console:local", Ct));
        await bot.Chat.Says("/mode live");
        bot.Chat.Sees("There is no key that may stake");
        Assert.IsType<LinkOutcome.Linked>(await linking.LinkAsync(KeyUse.Staking, Key(FakeToken.Staking), "console:local", Ct));

        await bot.GoesLive();
        await bot.Chat.Says("/propose manual amounts:GANNET=40");
        await bot.Confirms();
        await bot.Chat.Says("/link revoke staking");
        await bot.Passes(TimeSpan.FromMinutes(5));

        Assert.Equal(ProposalState.Failed, await bot.State());
        bot.Chat.Shows("was confirmed but not sent: nothing can be sent: There is no key that may stake");
        Assert.Equal(0, bot.Numerai.MutationPosts(KeyedBot.Gannet));
    }

    [Fact]
    public async Task A_key_that_is_deleted_at_Numerai_is_said_in_plain_words_and_never_told()
    {
        await using KeyedBot bot = await KeyedBot.StartAsync(FakeToken.Staking);
        await bot.GoesLive();
        await bot.Chat.Says("/propose manual amounts:GANNET=40");
        await bot.Confirms();
        bot.Keys.Remove(FakeToken.Staking);
        await bot.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal(ProposalState.Failed, await bot.State());
        bot.Chat.Shows("was confirmed but not sent: nothing can be sent: Numerai does not accept the key that may stake");
        Assert.Equal(0, bot.Numerai.MutationPosts(KeyedBot.Gannet));
        bot.Keys.Clear();
        bot.Time.Advance(TimeSpan.FromHours(13));
        await bot.Chat.Says("/status");
        bot.Chat.Sees("[LIVE]", "Numerai does not accept the key.");
        string said = string.Join('\n', bot.Chat.Screen.Shown.Select(shown => shown.Text));
        foreach (string part in (string[])[FakeToken.Reading.PublicId, FakeToken.Reading.Secret, FakeToken.Staking.PublicId, FakeToken.Staking.Secret])
        {
            Assert.DoesNotContain(part, said, StringComparison.Ordinal);
            Assert.DoesNotContain(part, bot.Log, StringComparison.Ordinal);
        }
    }

    private static NumeraiKey Key(FakeToken token) => new(token.PublicId, new Secret(token.Secret));
}
