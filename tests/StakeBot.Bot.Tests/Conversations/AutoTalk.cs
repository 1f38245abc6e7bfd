using StakeBot.Bot.Execution.Making;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.People;
using StakeBot.Bot.Tests.Watching;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class AutoTalk : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Watchtower _tower = new(Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tower.Dispose();

    [Fact]
    public async Task A_broken_limit_makes_one_proposal_that_asks_and_waits()
    {
        await _tower.Chat.Says("/auto on threshold:5%");
        _tower.Chat.Sees("Automatic proposals: on", "more than 5.00 % of the fund off", "I never send by myself.");

        await _tower.Passes(TimeSpan.FromHours(3));

        Proposal proposal = Assert.Single(await ProposalsAsync());
        Assert.Equal((ProposalOrigin.Threshold, ProposalState.Pending), (proposal.Origin, proposal.State));
        _tower.Chat.Shows("Proposal P-", "By itself: the two-percent rule is broken.", "asked by StakeBot", "[Confirm]");
        Assert.Equal(0, _tower.Paper.Applied);
    }

    [Fact]
    public async Task One_tap_confirms_it_and_the_cool_down_holds_the_next_one_back()
    {
        await _tower.Chat.Says("/auto on cooldown:48");
        await _tower.Passes(TimeSpan.FromHours(1));

        await _tower.Chat.Presses("Confirm");
        await _tower.Passes(TimeSpan.FromHours(40));

        Assert.Equal(ProposalState.Done, Assert.Single(await ProposalsAsync()).State);
    }

    [Fact]
    public async Task The_calendar_asks_at_its_hour()
    {
        await _tower.Chat.Says("/auto on every:week at:10:00 zone:Europe/Berlin cooldown:1");
        _tower.Chat.Sees("By calendar, every Tuesday (Europe/Berlin): next", ", then");
        await _tower.Chat.Says("/pause");
        await _tower.Passes(TimeSpan.FromHours(40));
        Assert.Empty(await ProposalsAsync());
        await _tower.Chat.Says("/resume");
        _tower.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 8, 59, 50, TimeSpan.Zero));

        await _tower.Passes(TimeSpan.FromMinutes(1));

        Assert.Contains(await ProposalsAsync(), proposal => proposal.Origin is ProposalOrigin.Schedule or ProposalOrigin.Threshold);
    }

    [Fact]
    public async Task One_that_a_kill_kept_from_being_announced_is_announced_by_the_next_run()
    {
        await _tower.Chat.Says("/auto on");
        _tower.Time.Advance(TimeSpan.FromMinutes(31));
        await _tower.Due.ClaimAsync("auto", _tower.Time.GetUtcNow(), TimeSpan.FromSeconds(60), 10, Ct);
        Occasion occasion = new(ProposalOrigin.Threshold, "By itself: a test.", _tower.Time.GetUtcNow().AddHours(12));
        await _tower.Get<Proposer>().MakeAsync(new ProposalGoal.Follow(null), occasion, new PlatformIdentity("stakebot", "auto", "StakeBot"), false, Ct);
        _tower.Restart();

        await _tower.Passes(TimeSpan.FromMinutes(30));

        Assert.Single(await ProposalsAsync());
        _tower.Chat.Shows("Proposal P-", "[Confirm]");
    }

    [Fact]
    public async Task Quiet_hours_hold_it_back_and_it_waits_for_an_hour_after_them()
    {
        await _tower.Chat.Says("/digest on quiet:11:00-23:30 zone:UTC");
        await _tower.Chat.Says("/auto on");

        await _tower.Passes(TimeSpan.FromHours(2));

        Proposal proposal = Assert.Single(await ProposalsAsync());
        Assert.True(proposal.ExpiresAt >= new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.Zero), $"{proposal.ExpiresAt:u}");
        _tower.Chat.ShowsNo("Proposal P-");
        await _tower.Passes(TimeSpan.FromHours(10));
        _tower.Chat.Shows("Proposal P-");
    }

    [Fact]
    public async Task The_first_look_comes_in_a_minute_after_switching_on_and_after_a_start_and_makes_no_second_proposal()
    {
        await _tower.Chat.Says("/auto on");
        _tower.Chat.Sees("looked at in a minute, then every half hour");
        await _tower.Passes(TimeSpan.FromSeconds(55));
        Assert.Empty(await ProposalsAsync());
        await _tower.Passes(TimeSpan.FromSeconds(10));
        Assert.Single(await ProposalsAsync());

        for (int i = 0; i < 5; i++)
        {
            _tower.Restart();
            await _tower.Passes(TimeSpan.FromMinutes(2));
        }

        Assert.Single(await ProposalsAsync());
        Assert.Single(_tower.Shown, text => text.Contains("By itself:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_calendar_can_be_a_cron_line()
    {
        await _tower.Chat.Says("/auto on calendar:\"0 9  * * mon\" zone:Europe/Berlin");
        _tower.Chat.Sees("By calendar, \"0 9 * * MON\" (Europe/Berlin): next", ", then");
        AutoSetting setting = (await _tower.Get<AutoBook>().FindAsync(Ct))!;
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), setting.Times()!.Next(Noon));

        await _tower.Chat.Says("/auto at:10:30");

        _tower.Chat.Sees("By calendar, \"30 10 * * MON\"");
    }

    [Theory]
    [InlineData("/auto on threshold:0.1%", "between 1 % and 50 %")]
    [InlineData("/auto on every:week at:noon", "'noon' is no time of day")]
    [InlineData("/auto on every:week zone:Atlantis", "I do not know one time zone 'Atlantis'")]
    [InlineData("/auto on calendar:monday", "'MONDAY' is no cron line of five fields. Example: calendar:\"0 9 * * MON\"")]
    [InlineData("/auto on calendar:\"0 0 9 * * MON\"", "is no cron line of five fields")]
    [InlineData("/auto on calendar:\"0 25 * * *\"", "is no cron line of five fields")]
    [InlineData("/auto on calendar:\"*/5 * * * *\"", "comes up more than once a day")]
    [InlineData("/auto on calendar:\"0 9,17 * * MON\"", "comes up more than once a day")]
    [InlineData("/auto on calendar:\"0 9 30 2 *\"", "comes up on no day")]
    [InlineData("/auto on every:week calendar:\"0 9 * * MON\"", "give either calendar, or every and at")]
    public async Task What_is_not_understood_changes_nothing(string typed, string told)
    {
        await _tower.Chat.Says(typed);

        _tower.Chat.Sees(told, "Nothing was changed.");
    }

    [Fact]
    public async Task Switched_off_nothing_arrives()
    {
        await _tower.Chat.Says("/auto on");
        await _tower.Chat.Says("/auto off");
        _tower.Chat.Sees("Automatic proposals: off");

        await _tower.Passes(TimeSpan.FromHours(3));

        Assert.Empty(await ProposalsAsync());
    }

    private Task<IReadOnlyList<Proposal>> ProposalsAsync() => _tower.Get<ProposalBook>().AllAsync(Ct);
}
