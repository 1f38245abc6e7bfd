using StakeBot.Bot.Execution;
using StakeBot.Bot.Execution.Records;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Watching.Auto;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Bot.Tests.Watching;

/// <summary>When an automatic proposal is made, for whom it rings, and until when it waits. The account's rounds close an hour after <see cref="Some.Moment"/>.</summary>
public sealed class AutoTimesTests
{
    private static readonly DateTimeOffset Close = Some.Moment.AddHours(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_figures_of_an_account_that_cannot_be_read_anew_are_no_reason_for_a_proposal()
    {
        using Watchtower tower = new(Some.Moment);
        tower.Account.RefreshFault = new NumeraiUnavailableException("Numerai did not answer.");
        await tower.Chat.Says("/auto on");

        await tower.Passes(TimeSpan.FromHours(2));
        Assert.Empty(await ProposalsAsync(tower));
        tower.Account.RefreshFault = null;
        await tower.Passes(TimeSpan.FromMinutes(31));

        Assert.Single(await ProposalsAsync(tower));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Before_a_close_there_is_none_and_after_it_there_is_one(bool isAtomicOnly)
    {
        using Watchtower tower = new(Close.AddMinutes(-44), mode: ExecutionMode.DryRun);
        Only(tower, isAtomicOnly);
        await tower.Chat.Says("/auto on");

        await tower.Passes(TimeSpan.FromMinutes(43));
        Assert.Empty(await ProposalsAsync(tower));
        await tower.Passes(TimeSpan.FromMinutes(32));

        Proposal proposal = Assert.Single(await ProposalsAsync(tower));
        Assert.True(proposal.CreatedAt >= Close, $"{proposal.CreatedAt:u}");
        Assert.Equal(proposal.CreatedAt.AddHours(12), proposal.ExpiresAt);
    }

    [Fact]
    public async Task A_calendar_that_comes_up_before_a_close_asks_right_after_it()
    {
        using Watchtower tower = new(Close.AddMinutes(-21), mode: ExecutionMode.DryRun);
        await tower.Chat.Says($"/auto on every:day at:{Close.AddMinutes(-20):HH:mm}");

        await tower.Passes(TimeSpan.FromMinutes(20));
        Assert.Empty(await ProposalsAsync(tower));
        await tower.Passes(TimeSpan.FromMinutes(5));

        Assert.Equal(ProposalOrigin.Schedule, Assert.Single(await ProposalsAsync(tower)).Origin);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_made_in_time_ends_a_quarter_of_an_hour_before_the_close(bool isAtomicOnly)
    {
        using Watchtower tower = new(Close.AddMinutes(-59), mode: ExecutionMode.DryRun);
        Only(tower, isAtomicOnly);
        await tower.Chat.Says("/auto on");

        await tower.Passes(TimeSpan.FromMinutes(5));

        Assert.Equal(Close.AddMinutes(-15), Assert.Single(await ProposalsAsync(tower)).ExpiresAt);
    }

    [Fact]
    public async Task It_rings_for_nobody_in_his_own_quiet_hours_and_waits_for_an_hour_after_them()
    {
        using Watchtower tower = new(Close.AddHours(1));
        await tower.Chat.Says("/people invite approver Ben");
        string line = tower.Chat.Last.Lines.First(text => text.StartsWith("Code ", StringComparison.Ordinal));
        await tower.Chat.As("telegram", "7", isPrivate: true).Says($"/start {line["Code ".Length..line.IndexOf(',', StringComparison.Ordinal)]}");
        await tower.Chat.Says($"/digest on quiet:{Close:HH:mm}-{Close.AddHours(15):HH:mm} zone:UTC");
        await tower.Chat.As("web", "scripted").Says("/auto on");

        await tower.Passes(TimeSpan.FromMinutes(10));

        Assert.Equal(Close.AddHours(16), Assert.Single(await ProposalsAsync(tower)).ExpiresAt);
        Assert.DoesNotContain(tower.Chat.On("telegram").Shown, shown => shown.Text.Contains("Proposal P-", StringComparison.Ordinal));
        await tower.Passes(TimeSpan.FromHours(14));
        Assert.Contains(tower.Chat.On("telegram").Shown, shown => shown.Text.Contains("Proposal P-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_of_the_calendar_that_was_put_off_keeps_its_time_over_a_restart()
    {
        using Watchtower tower = new(Close.AddHours(1));
        await tower.Chat.Says("/auto on every:month at:10:00 zone:UTC");
        DateTimeOffset planned = (await tower.Due.FindAsync(AutoBook.Calendar, TestContext.Current.CancellationToken))!.Due;
        DateTimeOffset putOff = tower.Time.GetUtcNow().AddHours(2);
        Assert.True(putOff < planned);
        await tower.Due.PutAsync(new DueItem(AutoBook.Calendar, AutoBook.Kind, putOff, "{}"), TestContext.Current.CancellationToken);

        await tower.Get<AutoBook>().RestoreAsync(TestContext.Current.CancellationToken);

        Assert.Equal(putOff, (await tower.Due.FindAsync(AutoBook.Calendar, TestContext.Current.CancellationToken))!.Due);
    }

    private static void Only(Watchtower tower, bool isAtomicOnly)
    {
        StakeSnapshot all = tower.Account.Snapshot;
        tower.Account.Snapshot = all with { Tournaments = [.. all.Tournaments.Where(t => !isAtomicOnly || t.Regime == StakingRegime.Atomic)] };
    }

    private static Task<IReadOnlyList<Proposal>> ProposalsAsync(Watchtower tower) => tower.Get<ProposalBook>().AllAsync(Ct);
}
