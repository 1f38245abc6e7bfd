using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class LimitsTalk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_commands_a_minute_then_three_refusals_then_silence()
    {
        using Household house = new();
        for (int command = 0; command < 20; command++)
            Assert.Equal(ReplyKind.Answer, (await house.Hears("telegram", "1", "/whoami")).Kind);

        for (int refusal = 0; refusal < 3; refusal++)
        {
            Reply refused = await house.Hears("telegram", "1", "/whoami");
            Assert.False(refused.Unsaid);
            Assert.Equal("Too many commands", refused.Title);
            Assert.Equal("Nothing was changed.", refused.Lines[^1]);
        }
        Assert.True((await house.Hears("telegram", "1", "/whoami")).Unsaid);

        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ReplyKind.Answer, (await house.Hears("telegram", "1", "/whoami")).Kind);
    }

    [Fact]
    public async Task One_person_on_two_platforms_has_one_allowance_and_another_has_his_own()
    {
        using Household house = new(services => services
            .AddSingleton(new PlatformInUse("telegram", true, "1"))
            .AddSingleton(new PlatformInUse("discord", true, "2")));
        for (int command = 0; command < 20; command++)
            await house.Hears(command % 2 == 0 ? "telegram" : "discord", command % 2 == 0 ? "1" : "2", "/whoami");

        Assert.Equal(ReplyKind.Refusal, (await house.Hears("discord", "2", "/whoami")).Kind);
        Assert.Equal(ReplyKind.Answer, (await house.Hears("discord", "3", "/whoami")).Kind);
    }

    [Fact]
    public async Task Whoever_sits_at_the_machine_is_not_counted()
    {
        using Household house = new();

        for (int command = 0; command < 50; command++)
            await house.Owner().Says("/whoami");

        house.Chat.SeesKind(ReplyKind.Answer);
    }

    [Fact]
    public void Five_proposals_an_hour()
    {
        using Household house = new();
        RateLimits limits = house.Services.GetRequiredService<RateLimits>();

        for (int proposal = 0; proposal < 5; proposal++)
            Assert.Equal(RateAnswer.Allowed, limits.Take("ben", Rate.Proposals));
        Assert.Equal(RateAnswer.Refused, limits.Take("ben", Rate.Proposals));

        house.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(RateAnswer.Refused, limits.Take("ben", Rate.Proposals));
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RateAnswer.Allowed, limits.Take("ben", Rate.Proposals));
    }

    [Fact]
    public async Task Three_refused_commands_of_a_stranger_alert_the_owner_once()
    {
        using Household house = new(services => services.AddSingleton(new PlatformInUse("telegram", true, "42")));

        await house.Hears("telegram", "666", "/status");
        await house.Hears("telegram", "666", "/risk");
        Assert.Empty(house.Store.Outgoing);
        await house.Hears("telegram", "666", "/paper reset");
        await house.Hears("telegram", "666", "/status");

        OutgoingMessage alert = Assert.Single(house.Store.Outgoing);
        Assert.Equal(("telegram", "42"), (alert.Platform, alert.Chat));
        Assert.Contains("telegram id 666", alert.Body, StringComparison.Ordinal);
        Assert.Contains("last for /paper. Nothing was changed.", alert.Body, StringComparison.Ordinal);
        Assert.Equal(4, (await house.Store.ReadJournalAsync(1, 100, "telegram:666", Ct)).Count);
    }

    [Fact]
    public async Task A_viewer_who_reaches_too_high_is_named_in_the_alert()
    {
        using Household house = new();
        await house.LetIn("telegram", "4711", "viewer", "Ben");
        int before = house.Store.Outgoing.Count;

        for (int attempt = 0; attempt < 3; attempt++)
            await house.Hears("telegram", "4711", "/paper reset");

        OutgoingMessage alert = Assert.Single(house.Store.Outgoing.Skip(before));
        Assert.Equal(("web", "owner"), (alert.Platform, alert.Chat));
        Assert.Contains("Ben (viewer) was refused 3 times", alert.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_refusals_fills_no_store()
    {
        using Household house = new();

        for (int minute = 0; minute < 5; minute++)
        {
            for (int attempt = 0; attempt < 20; attempt++)
                await house.Hears("telegram", "666", "/status");
            house.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(10, (await house.Store.ReadJournalAsync(1, 1000, null, Ct)).Count);
    }

    [Fact]
    public async Task The_text_of_an_alert_is_what_was_stored()
    {
        using Household house = new();
        for (int attempt = 0; attempt < 3; attempt++)
            await house.Hears("telegram", "666", "/status");
        IOutgoingText alert = house.Services.GetServices<IOutgoingText>().Single(text => text.Kind == "alert");
        using System.Text.Json.JsonDocument body = System.Text.Json.JsonDocument.Parse(house.Store.Outgoing[0].Body);

        OutgoingReply? shown = await alert.ComposeAsync(body.RootElement, new ChatAddress("web", "owner"), Ct);

        Assert.Equal("alert", body.RootElement.GetProperty("kind").GetString());
        Assert.Null(shown!.Edits);
        Assert.Contains("A stranger, telegram id 666", shown.Reply.Lines[0], StringComparison.Ordinal);
    }
}
