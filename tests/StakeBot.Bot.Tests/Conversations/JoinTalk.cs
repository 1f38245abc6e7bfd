using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class JoinTalk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_works_once()
    {
        using Household house = new();
        string code = await house.CodeOf("/people invite viewer");
        await house.Chat.As("telegram", "1").Says($"/start {code}");
        house.Chat.Sees("Welcome");

        await house.Chat.As("telegram", "2").Says($"/start {code}");

        house.Chat.SeesKind(ReplyKind.Refusal).Sees("That code does not work", "Nothing was changed.");
    }

    [Fact]
    public async Task A_code_ends_after_ten_minutes()
    {
        using Household house = new();
        string code = await house.CodeOf("/people invite viewer");
        house.Time.Advance(TimeSpan.FromMinutes(10));

        await house.Chat.As("telegram", "1").Says($"/start {code}");

        house.Chat.SeesKind(ReplyKind.Refusal).Sees("older than 10 minutes");
    }

    [Fact]
    public async Task Five_wrong_tries_end_a_code()
    {
        using Household house = new();
        string code = await house.CodeOf("/people invite viewer");
        string wrong = $"{code[..5]}{(code.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000")}";
        for (int tries = 0; tries < 5; tries++)
        {
            await house.Chat.As("telegram", $"{tries}").Says($"/start {wrong}");
            house.Chat.SeesKind(ReplyKind.Refusal);
        }

        await house.Chat.As("telegram", "9").Says($"/start {code}");

        house.Chat.SeesKind(ReplyKind.Refusal).Sees("That code does not work");
    }

    [Fact]
    public async Task Ten_wrong_codes_a_day_are_enough_for_one_stranger()
    {
        using Household house = new();
        for (int tries = 0; tries < 10; tries++)
            await house.Chat.As("telegram", "1").Says("/start 0000-0000");
        string code = await house.CodeOf("/people invite viewer");

        await house.Chat.As("telegram", "1").Says($"/start {code}");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("too many codes");

        house.Time.Advance(TimeSpan.FromDays(1));
        code = await house.CodeOf("/people invite viewer");
        await house.Chat.As("telegram", "1").Says($"/start {code}");
        house.Chat.Sees("Welcome");
    }

    [Fact]
    public async Task The_owner_claims_a_platform_with_the_code_of_the_console()
    {
        using Household house = new(services => services.AddSingleton(new PlatformInUse("telegram", true, null)));
        ClaimCode claim = Assert.Single(await house.Services.GetRequiredService<OwnerClaim>().IssueAsync(Ct));
        Assert.DoesNotContain(claim.Code, claim.ToString(), StringComparison.Ordinal);

        await house.Chat.As("discord", "5").Says($"/start {claim.Code}");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("meant for another platform");
        await house.Chat.As("telegram", "42").Says($"/start claim_{claim.Code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}");

        house.Chat.Sees("Welcome");
        Assert.Equal(Role.Owner, (await house.Who("telegram", "42")).Role);
        Assert.Empty(await house.Services.GetRequiredService<OwnerClaim>().IssueAsync(Ct));
    }

    [Fact]
    public async Task Two_who_use_one_code_at_the_same_moment_are_one_newcomer()
    {
        using Household house = new();
        string code = await house.CodeOf("/people invite viewer");

        Reply[] answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(id => Task.Run(() => house.Hears("telegram", $"{id}", $"/start {code}"), Ct)));

        Assert.Single(answers, answer => answer.Kind == ReplyKind.Answer);
        Assert.Single(await house.Store.ListAsync("people", "", Ct));
    }

    [Fact]
    public async Task Whoever_is_known_needs_no_code()
    {
        using Household house = new();
        await house.LetIn("telegram", "1", "viewer", "Ben");
        string code = await house.CodeOf("/people invite approver");

        await house.Chat.As("telegram", "1").Says($"/start {code}");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("I know you already: you are Ben, viewer", "Nothing was changed.");
        await house.Owner().Says($"/start {code}");
        house.Chat.SeesKind(ReplyKind.Refusal).Sees("the owner already");

        await house.Chat.As("telegram", "2").Says($"/start {code}");
        house.Chat.Sees("Welcome");
    }

    [Fact]
    public async Task No_code_is_kept_readably()
    {
        using Household house = new();
        string code = await house.CodeOf("/people invite viewer Ben");

        Assert.DoesNotContain(code, house.Store.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), house.Store.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k7q2-m9xd")]
    [InlineData("K7Q2M9XD")]
    [InlineData("claim_K7Q2M9XD")]
    [InlineData(" K7Q2 M9XD ")]
    public void A_code_is_read_however_it_is_written(string typed) => Assert.Equal("K7Q2-M9XD", JoinCode.Parse(typed)!.Shown());

    [Theory]
    [InlineData("OIL0-1111", "0110-1111")]
    [InlineData("oil0-1111", "0110-1111")]
    public void Characters_that_look_alike_are_one(string typed, string meant) => Assert.Equal(meant, JoinCode.Parse(typed)!.Shown());

    [Theory]
    [InlineData("")]
    [InlineData("K7Q2-M9X")]
    [InlineData("K7Q2-M9XU")]
    [InlineData("K7Q2-M9XD-1")]
    public void What_is_no_code_is_none(string typed) => Assert.Null(JoinCode.Parse(typed));
}
