using Microsoft.Extensions.Time.Testing;
using StakeBot.Adapters.Paper;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.NumeraiFake;
using StakeBot.NumeraiFake.Faults;
using StakeBot.NumeraiFake.Simulation;

namespace StakeBot.Adapters.Tests.Numerai;

/// <summary>What is read through the interface is what the account behind it has: the simulated account is asked directly for comparison.</summary>
public sealed class NumeraiAccountTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stakes_are_those_of_the_account_behind_the_interface()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        StakeSnapshot truth = await Truth().ReadStakesAsync(Ct);

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal(("aviary", NumeraiUnderTest.Start, truth.Wallet), (read.Account, read.TakenAt, read.Wallet));
        Assert.Equal(truth.Tournaments.Select(Place), read.Tournaments.Select(Place));
        Assert.Equal(truth.Stakes.Select(Words), read.Stakes.Select(Words));
        Assert.Equal(truth.Locked, read.Locked);
    }

    [Fact]
    public async Task What_the_interface_does_not_tell_is_said()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal(2, read.Notes.Count);
        Assert.StartsWith("Classic: Numerai's interface tells positions, not settings", read.Notes[0], StringComparison.Ordinal);
        Assert.Equal(Nmr.Zero, read.Idle);
    }

    [Fact]
    public async Task What_is_at_risk_in_each_open_round_is_read()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        StakeSnapshot truth = await Truth().ReadStakesAsync(Ct);

        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.All(truth.Stakes.Zip(read.Stakes), pair => Assert.Equal(
            pair.First.Positions.Select(position => (position.Round, position.AtRisk)), pair.Second.Positions.Select(position => (position.Round, position.AtRisk))));
        Assert.Contains(read.Stakes, stake => stake.Positions.Count == 64);
    }

    [Fact]
    public async Task How_many_daily_scores_an_open_round_has_is_read_and_a_score_is_a_correlation()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        ScorePanel truth = (await Truth().ReadScoresAsync(Tournament.Classic, Ct))!;

        ScorePanel read = (await numerai.Account.ReadScoresAsync(Tournament.Classic, Ct))!;

        Assert.Equal(truth.ScoredDays.Where(told => told.Value > 0).OrderBy(told => told.Key), read.ScoredDays.OrderBy(told => told.Key));
        Assert.Equal(ScoreAccrual.Correlation, read.Accrual);
    }

    [Theory]
    [InlineData(Tournament.Classic)]
    [InlineData(Tournament.Signals)]
    public async Task Scores_are_those_of_the_account_behind_the_interface(Tournament tournament)
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        ScorePanel truth = (await Truth().ReadScoresAsync(tournament, Ct))!;

        ScorePanel read = (await numerai.Account.ReadScoresAsync(tournament, Ct))!;

        Assert.Equal(truth.Rounds, read.Rounds);
        Assert.Equal(truth.Models.Select(model => model.Id), read.Models.Select(model => model.Id));
        Assert.Equal(truth.ProvisionalRounds, read.ProvisionalRounds);
        Assert.Equal(truth.Names.OrderBy(name => name.Value), read.Names.OrderBy(name => name.Value));
        Assert.All(truth.Names, name => Assert.All(
            Enumerable.Range(0, truth.Rounds.Count * truth.Models.Count),
            k => Assert.Equal(truth[name, k / truth.Models.Count, k % truth.Models.Count], read[name, k / truth.Models.Count, k % truth.Models.Count])));
    }

    [Fact]
    public async Task The_ledger_is_that_of_the_account_behind_the_interface()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        Ledger truth = await Truth().ReadLedgerAsync(Ct);

        Ledger read = await numerai.Account.ReadLedgerAsync(Ct);

        Assert.Equal(truth.Entries.Select(Words).Order(), read.Entries.Select(Words).Order());
        Assert.Equal(read.Entries.OrderBy(entry => entry.At), read.Entries);
    }

    [Fact]
    public async Task Rules_are_read_and_not_known()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();

        IReadOnlyList<PayoutRule> rules = await numerai.Account.ReadRulesAsync(Ct);

        Assert.Equal([FakeRules.Classic.Describe(), FakeRules.Signals.Describe()], rules.Select(rule => rule.Describe()));
        Assert.Equal([(1343, StakingRegime.Atomic), (1085, StakingRegime.Legacy)], rules.Select(rule => (rule.FromRound.Value, rule.Regime)));
        Assert.Equal(36_000m, Assert.IsType<PayoutFactor.Threshold>(rules[1].Factor).Stake.Amount);
    }

    [Fact]
    public async Task A_pending_increase_is_held_and_part_of_the_equity()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        StakeSnapshot before = await numerai.Account.ReadStakesAsync(Ct);

        await numerai.Stakes.SendAsync(new StakeChangeOrder(NumeraiUnderTest.Gannet, StakeChangeKind.Increase, new Nmr(3), DateTimeOffset.MaxValue), Ct);
        numerai.Time.Advance(TimeSpan.FromMinutes(1));
        StakeSnapshot after = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal(new Nmr(3), after.Held);
        Assert.Equal(before.Equity, after.Equity);
        Assert.Equal(before.Wallet - new Nmr(3), after.Wallet);
    }

    [Fact]
    public async Task It_is_read_at_most_once_a_minute_and_equal_data_have_equal_versions()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        long first = await numerai.Account.ReadVersionAsync(Ct);
        int asked = numerai.Server.Operations.Count;

        await numerai.Account.ReadStakesAsync(Ct);
        numerai.Time.Advance(TimeSpan.FromSeconds(59));
        await numerai.Account.ReadVersionAsync(Ct);
        Assert.Equal(asked, numerai.Server.Operations.Count);

        numerai.Time.Advance(TimeSpan.FromSeconds(1));
        long second = await numerai.Account.ReadVersionAsync(Ct);
        string[] again = [.. numerai.Server.Operations.Skip(asked)];
        Assert.Equal(first, second);
        Assert.Contains("account", again);
        Assert.DoesNotContain("v2RoundModelPerformances", again);

        await numerai.Stakes.SendAsync(LegacyStakesTests.Order(numerai), Ct);
        numerai.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(second + 1, await numerai.Account.ReadVersionAsync(Ct));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_make_old_figures_new()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime(), limits: false);
        await numerai.Account.ReadStakesAsync(Ct);
        int asked = numerai.Server.Operations.Count;
        numerai.Time.AdjustTime(numerai.Time.GetUtcNow().AddSeconds(-2));

        await numerai.Account.RefreshAsync(Ct);

        Assert.True(numerai.Server.Operations.Count > asked);
    }

    [Fact]
    public async Task A_model_without_a_stake_has_none_whether_zero_or_nothing_is_told()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        Model unstaked = (await Truth().ReadStakesAsync(Ct)).Stakes.OfType<Stake.Atomic>().First().Model;

        Assert.Equal(Nmr.Zero, (await numerai.Stakes.ReadAsync(unstaked, Ct)).Staked);
    }

    [Fact]
    public async Task Whoever_is_about_to_change_a_stake_gets_figures_of_the_last_seconds_or_none()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime(), limits: false);
        await numerai.Account.ReadStakesAsync(Ct);
        await numerai.Stakes.SendAsync(LegacyStakesTests.Order(numerai), Ct);
        numerai.Time.Advance(TimeSpan.FromSeconds(3));

        await numerai.Account.RefreshAsync(Ct);
        StakeSnapshot fresh = await numerai.Account.ReadStakesAsync(Ct);

        Assert.True(fresh.TakenAt > NumeraiUnderTest.Start);
        Assert.Contains(fresh.Stakes.OfType<Stake.Legacy>(), stake => stake.Model.Id == NumeraiUnderTest.Gannet.Id && stake.PendingRelease + stake.PendingIncrease > Nmr.Zero);
        numerai.Server.Faults.AllReads(new Fault(FaultReply.Status) { Status = 503 });
        numerai.Time.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<NumeraiUnavailableException>(() => numerai.Account.RefreshAsync(Ct));
    }

    [Fact]
    public async Task Final_rounds_are_never_asked_for_again_not_even_after_a_restart()
    {
        RecordsInMemory store = new();
        await using NumeraiUnderTest server = await NumeraiUnderTest.StartAsync();
        using NumeraiUnderTest first = server.Again(store);
        ScorePanel panel = (await first.Account.ReadScoresAsync(Tournament.Classic, Ct))!;
        Ledger ledger = await first.Account.ReadLedgerAsync(Ct);
        int pages = Pages(server);

        first.Time.Advance(TimeSpan.FromDays(2));
        await first.Account.ReadVersionAsync(Ct);
        int pagesOfNextDay = Pages(server) - pages;
        using NumeraiUnderTest second = server.Again(store);
        ScorePanel kept = (await second.Account.ReadScoresAsync(Tournament.Classic, Ct))!;
        Ledger keptLedger = await second.Account.ReadLedgerAsync(Ct);
        int pagesOfRestart = Pages(server) - pages - pagesOfNextDay;

        Assert.Equal(12 * 6, pages);
        Assert.Equal(12, pagesOfNextDay);
        Assert.Equal(12, pagesOfRestart);
        Assert.Equal(panel.Rounds.Count + 1, kept.Rounds.Count);
        Assert.Equal(ledger.Entries.Select(Words), keptLedger.Entries.Take(ledger.Entries.Count).Select(Words));
    }

    [Fact]
    public async Task Time_moves_rounds_on()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        PaperAccount truth = Truth();
        await numerai.Account.ReadVersionAsync(Ct);

        numerai.Time.SetUtcNow(new DateTimeOffset(2026, 12, 5, 15, 0, 0, TimeSpan.Zero));
        await truth.AdvanceAsync(9, Ct);
        StakeSnapshot read = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal((await truth.ReadStakesAsync(Ct)).Stakes.Select(Words), read.Stakes.Select(Words));
        Assert.Equal(
            (await truth.ReadLedgerAsync(Ct)).Entries.Select(Words).Order(),
            (await numerai.Account.ReadLedgerAsync(Ct)).Entries.Select(Words).Order());
    }

    [Fact]
    public async Task When_Numerai_is_down_the_last_figures_are_told_with_their_age_for_half_a_day()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync(new HurriedTime(), limits: false);
        StakeSnapshot before = await numerai.Account.ReadStakesAsync(Ct);
        long version = await numerai.Account.ReadVersionAsync(Ct);

        numerai.Server.Faults.AllReads(new Fault(FaultReply.Status) { Status = 503 });
        numerai.Time.Advance(TimeSpan.FromHours(1));
        StakeSnapshot stale = await numerai.Account.ReadStakesAsync(Ct);

        Assert.Equal("Numerai failed (status 503). These figures are from 2026-11-22 15:00 UTC.", stale.Notes[0]);
        Assert.Equal((before.Wallet, before.TakenAt), (stale.Wallet, stale.TakenAt));
        Assert.True(await numerai.Account.ReadVersionAsync(Ct) > version);

        numerai.Time.Advance(TimeSpan.FromHours(11));
        await Assert.ThrowsAsync<NumeraiUnavailableException>(() => numerai.Account.ReadStakesAsync(Ct));
    }

    [Fact]
    public async Task Without_the_scope_that_tells_the_regime_nothing_is_guessed()
    {
        FakeToken narrow = FakeToken.Reading with { PublicId = "NARROW", Scopes = ["read_user_info", "read_submission_info"] };
        await using FakeNumeraiServer server = await FakeNumeraiServer.StartAsync(
            new FakeNumeraiSettings { Time = new FakeTimeProvider(NumeraiUnderTest.Start), Tokens = [narrow] }, Ct);
        await using NumeraiUnderTest other = await NumeraiUnderTest.StartAsync();
        using NumeraiUnderTest numerai = other.Again(options: NumeraiUnderTest.Settings(server.Address, narrow));

        NumeraiUnavailableException fault = await Assert.ThrowsAsync<NumeraiUnavailableException>(() => numerai.Account.ReadStakesAsync(Ct));

        Assert.Contains("web3_staking", fault.Message, StringComparison.Ordinal);
    }

    private static PaperAccount Truth() => new(new PayoutHistory([FakeRules.Classic, FakeRules.Signals]), new FakeTimeProvider());

    private static int Pages(NumeraiUnderTest numerai) => numerai.Server.Operations.Count(operation => operation == "v2RoundModelPerformances");

    private static string Place(TournamentStakes stakes) =>
        $"{stakes.Tournament} {stakes.Regime} {stakes.CurrentRound.Number} {stakes.CurrentRound.Opens} {stakes.CurrentRound.Closes} {stakes.CurrentRound.Resolves} {stakes.OverlappingRounds}";

    private static string Words(Stake stake) => $"{stake.Model.Id} {stake.PayoutPending.Amount:F17} {stake.MissedSubmissions} " + stake switch
    {
        Stake.Legacy legacy => $"{legacy.Staked.Amount:F17} {legacy.PendingRelease.Amount:F17} {legacy.ReleaseDue}",
        Stake.Atomic atomic => $"{atomic.InRounds.Amount:F17} {atomic.OpenRounds} {atomic.OverlappingRounds}",
        _ => throw new InvalidOperationException(),
    };

    private static string Words(LedgerEntry entry) =>
        $"{entry.At:u} {entry.Model.Id} {entry.Round} {entry.Kind} {entry.Amount.Amount:F17} {entry.AtRisk.Amount:F17}";
}
