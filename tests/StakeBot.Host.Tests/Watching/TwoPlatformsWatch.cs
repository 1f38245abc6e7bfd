using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Host.Tests.Discord;
using StakeBot.Testing.Discord;
using StakeBot.Testing.Telegram;
using FakeRequest = StakeBot.Testing.Discord.FakeRequest;

namespace StakeBot.Host.Tests.Watching;

/// <summary>One bot on Telegram and on Discord, both with the program's own adapters: one proposal, two messages, one confirmation.</summary>
public sealed class TwoPlatformsWatch
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_proposal_that_is_shown_on_both_is_confirmed_once_and_both_messages_say_what_became_of_it(bool onTelegram, bool onDiscord)
    {
        FakeTimeProvider time = new(SurfacedBot.Monday);
        await using FakeTelegram telegram = await FakeTelegram.StartAsync(time, Ct);
        await using FakeDiscordServer discord = await FakeDiscordServer.StartAsync(Ct);
        DiscordPerson.HasPrivateConversation(discord);
        await using SurfacedBot bot = await SurfacedBot.StartAsync(
            time, ("Telegram:Token", FakeTelegram.Token), ("Telegram:ApiBase", telegram.Address), ("Telegram:OwnerId", $"{FakeUser.Alice.Id}"),
            ("Discord:Token", FakeRest.Token), ("Discord:ApiBase", discord.ApiBase.ToString()), ("Discord:OwnerId", DiscordPerson.Id));
        FakeGatewayConnection gateway = await bot.PassesUntil(discord.Gateway.NextAsync(Ct));
        await bot.PassesUntil(gateway.BeginAsync(milliseconds: 3_600_000));
        DiscordPerson there = new(discord, gateway);

        int on = telegram.Types(FakeUser.Alice, "/auto on");
        await bot.PassesUntil(telegram.SeesAsync("Automatic proposals: on", on, Ct));
        bot.MostOfAMinutePasses();
        FakeMessage card = await bot.PassesUntil(telegram.SeesAsync("By itself: the two-percent rule is broken.", on, Ct));
        FakeRequest same = await bot.PassesUntil(there.Sees("By itself: the two-percent rule is broken."));
        string id = await bot.CardOn("discord");
        Task pressed = onDiscord ? there.Presses(same, id, "Confirm") : Task.CompletedTask;
        if (onTelegram)
            telegram.Presses(FakeUser.Alice, card, "Confirm");
        await pressed;
        FakeMessage here = await bot.PassesUntil(telegram.UntilAsync(() => telegram.Messages.FirstOrDefault(message => message.Id == card.Id && message.Text.Contains(" done ", StringComparison.Ordinal)), Ct));
        FakeRequest edited = await bot.PassesUntil(there.Sees(" done ", id));

        Proposal proposal = await bot.TheOneThatWasDoneOnce();
        Assert.Contains($"{proposal.Code} done · confirmed by the owner", here.Text, StringComparison.Ordinal);
        Assert.Contains($"{proposal.Code} done", edited.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm", (string[])[.. here.Buttons.Select(button => button.Label), .. DiscordPerson.Labels(edited)]);
        Assert.Equal(new Nmr(0.56m), await bot.PerRoundOf("KESTREL"));
        Assert.Empty(discord.Rest.Violations);
    }
}
