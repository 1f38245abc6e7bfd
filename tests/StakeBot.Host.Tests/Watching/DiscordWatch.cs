using Microsoft.Extensions.Time.Testing;
using StakeBot.Bot.Execution.Records;
using StakeBot.Core.Money;
using StakeBot.Host.Tests.Discord;
using StakeBot.Testing.Discord;

namespace StakeBot.Host.Tests.Watching;

/// <summary>On Discord, with the program's own gateway and REST client: a digest and a proposal that nobody asked for arrive, and one tap confirms.</summary>
public sealed class DiscordWatch
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_arrives_and_a_proposal_by_threshold_is_confirmed_by_one_tap()
    {
        FakeTimeProvider time = new(SurfacedBot.Monday);
        await using FakeDiscordServer discord = await FakeDiscordServer.StartAsync(Ct);
        DiscordPerson.HasPrivateConversation(discord);
        await using SurfacedBot bot = await SurfacedBot.StartAsync(
            time, ("Discord:Token", FakeRest.Token), ("Discord:ApiBase", discord.ApiBase.ToString()), ("Discord:OwnerId", DiscordPerson.Id));
        FakeGatewayConnection gateway = await bot.PassesUntil(discord.Gateway.NextAsync(Ct));
        await bot.PassesUntil(gateway.BeginAsync(milliseconds: 3_600_000));
        DiscordPerson owner = new(discord, gateway);

        await owner.Types("""{"id":"3","type":1,"name":"digest","options":[{"name":"action","type":3,"value":"on"},{"name":"at","type":3,"value":"08:00"}]}""");
        await bot.PassesUntil(owner.Sees("Digest: daily 08:00 UTC"));
        bot.MostOfAMinutePasses();
        FakeRequest digest = await bot.PassesUntil(owner.Sees("Mon 23 Nov · burn risk"));
        Assert.Equal($"/channels/{DiscordPerson.Conversation}/messages", digest.Path);
        Assert.Equal(["Show open rounds", "Show risk", "Show status"], DiscordPerson.Labels(digest).Take(3));
        Assert.NotEmpty(digest.Files);

        await owner.Types("""{"id":"4","type":1,"name":"auto","options":[{"name":"action","type":3,"value":"on"},{"name":"threshold","type":3,"value":"5%"}]}""");
        await bot.PassesUntil(owner.Sees("Automatic proposals: on"));
        bot.MostOfAMinutePasses();
        FakeRequest card = await bot.PassesUntil(owner.Sees("By itself: the two-percent rule is broken."));
        Assert.Equal($"/channels/{DiscordPerson.Conversation}/messages", card.Path);
        Assert.Equal(new Nmr(1.5m), await bot.PerRoundOf("KESTREL"));
        string id = await bot.CardOn("discord");
        await owner.Presses(card, id, "Confirm");
        FakeRequest done = await bot.PassesUntil(owner.Sees(" done · confirmed by the owner", id));

        Proposal proposal = await bot.TheOneThatWasDoneOnce();
        Assert.Contains($"{proposal.Code} done", done.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm", DiscordPerson.Labels(done));
        Assert.Equal(new Nmr(0.56m), await bot.PerRoundOf("KESTREL"));
        Assert.Empty(discord.Rest.Violations);
        Assert.Empty(discord.Gateway.Violations);
    }
}
