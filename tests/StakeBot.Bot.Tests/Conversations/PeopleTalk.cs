using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class PeopleTalk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_friend_is_invited_reads_is_promoted_and_removed()
    {
        using Household house = new();

        string code = await house.CodeOf("/people invite viewer Ben");
        house.Chat.Sees("Invitation for one viewer", "valid 10 minutes, 5 tries", "private chat");
        await house.Chat.As("telegram", "4711").Says("/status");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("I do not know you", "Nothing was changed.");
        await house.Chat.Says($"/start {code}");
        house.Chat.Sees("Welcome", "Ben (telegram 4711) joined as viewer");
        await house.Chat.Says("/status");
        house.Chat.Sees("Equity");
        await house.Chat.Says("/people invite viewer Mallory");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("needs the role owner; yours is viewer", "Nothing was changed.");

        await house.Owner().Says("/people role Ben approver");
        house.Chat.Sees("Ben was viewer and is approver now.");
        Assert.Equal(Role.Approver, (await house.Who("telegram", "4711")).Role);
        await house.Owner().Says("/people list");
        house.Chat.Sees("2 people", "the owner: owner, at the bot's own machine", "Ben: approver, telegram 4711");

        await house.Owner().Says("/people remove ben");
        house.Chat.Sees("has no role any more");
        await house.Chat.As("telegram", "4711").Says("/status");
        house.Chat.Sees("I do not know you");
    }

    [Fact]
    public async Task Every_change_is_journaled_and_told_to_the_owner_wherever_he_is_known()
    {
        using Household house = new();
        string claim = await house.CodeOf("/people bind");
        await house.Chat.As("discord", "80351").Says($"/start code:{claim}");
        house.Chat.Sees("is now also known as discord 80351");

        await house.LetIn("telegram", "4711", "viewer", "Ben");
        await house.Owner().Says("/people role Ben approver");
        await house.Owner().Says("/people remove Ben");

        IReadOnlyList<JournalRecord> journal = await house.Store.ReadJournalAsync(1, 100, null, Ct);
        Assert.Equal(
            ["code-issued", "identity-bound", "code-issued", "person-joined", "role-changed", "person-removed"],
            journal.Select(record => record.Entry.Event));
        Assert.Equal("web:scripted", journal[^1].Entry.Actor);
        OutgoingMessage[] told = [.. house.Store.Outgoing.Skip(1)];
        Assert.All(told, message => Assert.Equal(("discord", "80351", OutgoingPriority.Alert), (message.Platform, message.Chat, message.Priority)));
        Assert.Contains(told, message => message.Body.Contains("joined as viewer", StringComparison.Ordinal));
        Assert.Contains(told, message => message.Body.Contains("is approver now. By web:scripted.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_person_on_two_platforms_is_one_person()
    {
        using Household house = new();
        await house.LetIn("telegram", "4711", "approver", "Ben");
        Reply bind = await house.Hears("telegram", "4711", "/people bind");
        string code = bind.Lines[0]["Code ".Length..][..9];

        await house.Chat.As("discord", "80351").Says($"/start {code}");
        house.Chat.Sees("Ben, approver, is now also known as discord 80351");

        Person telegram = await house.Who("telegram", "4711");
        Person discord = await house.Who("discord", "80351");
        Assert.Equal(telegram.Id, discord.Id);
        Assert.Equal(Role.Approver, discord.Role);
        await house.Chat.Says("/whoami");
        house.Chat.Sees("You are the approver", "telegram (id 4711), discord (id 80351)");

        await house.Hears("discord", "80351", "/people unbind telegram");
        Assert.Equal(Role.Anyone, (await house.Who("telegram", "4711")).Role);
        Assert.Equal(Role.Approver, (await house.Who("discord", "80351")).Role);
        Reply last = await house.Hears("discord", "80351", "/people unbind discord");
        Assert.Contains("the only platform", last.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_never_given_where_others_read()
    {
        using Household house = new(services => services.AddSingleton(new PlatformInUse("telegram", true, "42")));

        Reply open = await house.Hears("telegram", "42", "/people invite approver", isPrivate: false);
        Assert.Equal(ReplyKind.Refusal, open.Kind);
        Assert.Contains("Others could read the code here", open.Lines[0], StringComparison.Ordinal);

        Reply alone = await house.Hears("telegram", "42", "/people invite approver");
        Assert.Equal(ReplyKind.Answer, alone.Kind);
    }

    [Fact]
    public async Task A_process_that_answers_once_gives_no_code_that_would_end_with_it()
    {
        using Household house = new();

        Reply answer = await house.Hears("console", "local", "/people invite viewer");

        Assert.Equal(ReplyKind.Refusal, answer.Kind);
        Assert.Contains("a code would end with it", answer.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_named_in_the_configuration_is_the_owner_and_a_switched_off_platform_has_none()
    {
        using Household house = new(services => services
            .AddSingleton(new PlatformInUse("telegram", true, "42"))
            .AddSingleton(new PlatformInUse("discord", false, "42")));

        Person owner = await house.Who("telegram", "42");
        Assert.Equal((Role.Owner, Member.OwnerId), (owner.Role, owner.Id));
        Assert.Equal(Role.Anyone, (await house.Who("telegram", "43")).Role);
        Assert.Equal(Role.Anyone, (await house.Who("discord", "42")).Role);
    }

    [Theory]
    [InlineData("/people invite", "Say as what")]
    [InlineData("/people role Ben", "Say who and what")]
    [InlineData("/people remove", "Say who")]
    [InlineData("/people unbind", "Say which platform")]
    [InlineData("/people remove Nobody", "Nobody here is called Nobody")]
    [InlineData("/people unbind telegram", "You have bound no telegram")]
    public async Task Half_a_wish_is_refused_with_an_example(string text, string sentence)
    {
        using Household house = new();

        await house.Owner().Says(text);

        house.Chat.SeesKind(ReplyKind.Refusal).Sees(sentence, "Nothing was changed.");
    }

    [Fact]
    public async Task The_owner_cannot_be_removed_or_lowered()
    {
        using Household house = new();
        string claim = await house.CodeOf("/people bind");
        await house.Chat.As("telegram", "42").Says($"/start {claim}");
        string name = (await house.Who("telegram", "42")).Name;

        await house.Owner().Says($"/people role {name} viewer");
        house.Chat.Sees("The owner stays the owner.", "Nothing was changed.");
        await house.Owner().Says($"/people remove {name}");
        house.Chat.Sees("The owner stays the owner.", "Nothing was changed.");
        Assert.Equal(Role.Owner, (await house.Who("telegram", "42")).Role);
    }

    [Fact]
    public async Task Two_people_of_one_name_are_told_apart()
    {
        using Household house = new();
        await house.LetIn("telegram", "1", "viewer", "Ben");
        await house.LetIn("telegram", "2", "approver", "ben");

        await house.Owner().Says("/people list");

        house.Chat.Sees("Ben: viewer, telegram 1", "ben-2: approver, telegram 2");
    }

    [Fact]
    public async Task When_the_store_fails_nobody_is_let_in_and_nothing_is_claimed_about_it()
    {
        using Household house = new();
        await house.LetIn("telegram", "4711", "viewer", "Ben");
        house.Store.Fault = new StoreUnavailableException("The disk is full.");

        await house.Chat.As("telegram", "4711").Says("/status");

        house.Chat.SeesKind(ReplyKind.Failure).Sees("I cannot look up now who may do what", "The disk is full.", "Nothing was changed.").SeesNo("Equity");
    }
}
