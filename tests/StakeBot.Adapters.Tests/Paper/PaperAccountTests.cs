using StakeBot.Adapters.Paper;
using StakeBot.Adapters.Paper.Books;
using StakeBot.Adapters.Paper.World;
using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Paper;

public sealed class PaperAccountTests
{
    private readonly PaperAccount _account = PaperExamples.Account();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_starts_on_the_Saturday_of_round_1404_with_NMR_in_every_place()
    {
        StakeSnapshot snapshot = await _account.ReadStakesAsync(Ct);

        Assert.Equal("Aviary", snapshot.Account);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 15, 0, 0, TimeSpan.Zero), snapshot.TakenAt);
        Assert.All(snapshot.Tournaments, tournament => Assert.Equal(new RoundNumber(1404), tournament.CurrentRound.Number));
        Assert.InRange(snapshot.Locked.Amount, 400, 500);
        Assert.InRange(snapshot.Idle.Amount, 20, 40);
        Assert.InRange(snapshot.Wallet.Amount, 17, 19);
        Assert.InRange(snapshot.Tournaments[0].NextRoundNeeds.Amount, 4, 6);
    }

    [Fact]
    public async Task Classic_is_Atomic_and_Signals_is_Legacy()
    {
        StakeSnapshot snapshot = await _account.ReadStakesAsync(Ct);

        Assert.Equal(
            [(Tournament.Classic, StakingRegime.Atomic, 64, 8), (Tournament.Signals, StakingRegime.Legacy, 64, 4)],
            snapshot.Tournaments.Select(t => (t.Tournament, t.Regime, t.OverlappingRounds, t.Stakes.Count)));
        Assert.All(snapshot.Tournaments[0].Stakes, stake => Assert.InRange(Assert.IsType<Stake.Atomic>(stake).Setting.PerRound.Amount, 0.3m, 2.5m));
        Assert.All(snapshot.Tournaments[1].Stakes, stake => Assert.InRange(Assert.IsType<Stake.Legacy>(stake).Staked.Amount, 15, 60));
        Assert.Equal(Nmr.Zero, snapshot.Tournaments[1].Idle);
        Assert.Equal(12, snapshot.Stakes.Select(stake => stake.Model.Id).Distinct().Count());
    }

    [Fact]
    public async Task It_has_something_of_everything_to_show()
    {
        StakeSnapshot snapshot = await _account.ReadStakesAsync(Ct);
        Stake.Atomic[] classic = [.. snapshot.Stakes.OfType<Stake.Atomic>()];
        Stake.Legacy releasing = Assert.Single(snapshot.Stakes.OfType<Stake.Legacy>(), stake => stake.PendingRelease > Nmr.Zero);

        Assert.Contains(classic, stake => stake.BurnDebt.Amount > 1);
        Assert.Contains(classic, stake => stake.Setting.Mode == StakeMode.Compound);
        Assert.Contains(classic, stake => stake.Setting.Mode == StakeMode.Constant && stake.InRounds < stake.AtFullRun);
        Assert.Contains(classic, stake => stake.PayoutPending.Amount > 1);
        Assert.Contains(classic, stake => stake.PayoutPending.Amount < -0.5m);
        Assert.InRange(classic.Single(stake => stake.Model.Name == "PLOVER").MissedSubmissions, 3, 5);
        Assert.True(releasing.ReleaseDue > snapshot.TakenAt);
    }

    [Fact]
    public async Task Some_models_break_the_two_percent_rule_and_most_do_not()
    {
        StakeSnapshot snapshot = await _account.ReadStakesAsync(Ct);
        List<string> broken = [];
        foreach ((PayoutRule rule, double share) in new[] { (PaperExamples.Classic, 1 / 64.0), (PaperExamples.Signals, 1.0) })
        {
            ScorePanel panel = (await _account.ReadScoresAsync(rule.Tournament, Ct))!;
            double[][] returns = Series.Returns(panel, rule);
            broken.AddRange(panel.Models
                .Where((model, i) => Series.WindowCvar(returns[i], share) * ExposureOf(snapshot, model) > 0.02 * snapshot.Equity.ToDouble())
                .Select(model => model.Name));
        }

        Assert.Equal(["KESTREL", "HERON", "TERN"], broken);
    }

    [Fact]
    public async Task The_release_reaches_the_wallet_when_it_is_due()
    {
        StakeSnapshot before = await _account.ReadStakesAsync(Ct);
        Stake.Legacy waiting = Assert.Single(before.Stakes.OfType<Stake.Legacy>(), stake => stake.PendingRelease > Nmr.Zero);

        PaperAdvance advance;
        do
            advance = await _account.AdvanceAsync(1, Ct);
        while (advance.Now < waiting.ReleaseDue);
        StakeSnapshot after = await _account.ReadStakesAsync(Ct);

        Assert.Equal(before.Wallet + waiting.PendingRelease, after.Wallet);
        Assert.Contains(advance.Notes, note => note.Contains("released from PETREL", StringComparison.Ordinal));
        Assert.All(after.Stakes.OfType<Stake.Legacy>(), stake => Assert.Null(stake.ReleaseDue));
    }

    [Fact]
    public async Task Advancing_resolves_one_round_after_the_other()
    {
        PaperAdvance advance = await _account.AdvanceAsync(20, Ct);

        Assert.Equal((new RoundNumber(1404), new RoundNumber(1424)), (advance.From, advance.To));
        Assert.Equal(Enumerable.Range(1341, 20), advance.Resolved.Select(entry => entry.Round.Value).Distinct());
        Assert.Contains(advance.Resolved, entry => entry.Kind == LedgerKind.Payout);
        Assert.Contains(advance.Resolved, entry => entry.Kind == LedgerKind.Burn);
        Assert.Equal(advance.Resolved.OrderBy(entry => entry.At), advance.Resolved);
        Assert.All(advance.Resolved, entry => Assert.True(entry.At <= advance.Now));
        Assert.Equal(advance.Resolved, (await _account.ReadLedgerAsync(Ct)).Entries.TakeLast(advance.Resolved.Count));
        Assert.Equal(advance.Now, (await _account.ReadStakesAsync(Ct)).TakenAt);
    }

    [Fact]
    public async Task Missed_submissions_are_told()
    {
        PaperAdvance advance = await _account.AdvanceAsync(100, Ct);

        Assert.Contains(advance.Notes, note => note.Contains("missed its submission for round", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_resolved_round_pays_the_rule_times_what_was_at_risk()
    {
        await _account.AdvanceAsync(30, Ct);
        Ledger ledger = await _account.ReadLedgerAsync(Ct);
        foreach (PayoutRule rule in new[] { PaperExamples.Classic, PaperExamples.Signals })
        {
            ScorePanel panel = (await _account.ReadScoresAsync(rule.Tournament, Ct))!;
            double[][] returns = Series.Returns(panel, rule);
            LedgerEntry[] entries = [.. ledger.Entries.Where(entry => entry.Model.Tournament == rule.Tournament)];

            Assert.All(entries, entry => Assert.Equal(
                entry.AtRisk.Times(returns[IndexOf(panel, entry.Model)][entry.Round - PaperWorld.FirstRound]), entry.Change));
        }
    }

    [Fact]
    public async Task Every_round_with_something_at_risk_is_in_the_ledger_once()
    {
        Ledger ledger = await _account.ReadLedgerAsync(Ct);
        ScorePanel panel = (await _account.ReadScoresAsync(Tournament.Classic, Ct))!;
        int heron = panel.Models.Select(model => model.Name).ToList().IndexOf("HERON");

        Assert.Equal(
            panel.Rounds.Where((round, t) => round.Value is >= 1205 and <= 1340 && double.IsFinite(panel[ScoreName.Corr60, t, heron])),
            ledger.Entries.Where(entry => entry.Model.Name == "HERON").Select(entry => entry.Round));
        Assert.All(ledger.Entries, entry => Assert.True(entry.AtRisk > Nmr.Zero && entry.Amount >= Nmr.Zero));
    }

    [Fact]
    public async Task Pending_payout_follows_the_provisional_scores()
    {
        ScorePanel panel = (await _account.ReadScoresAsync(Tournament.Classic, Ct))!;
        Stake heron = (await _account.ReadStakesAsync(Ct)).Stakes.Single(stake => stake.Model.Name == "HERON");
        int column = IndexOf(panel, heron.Model);

        double returns = Enumerable.Range(0, panel.Rounds.Count)
            .Where(t => !panel.IsResolved(t))
            .Select(t => PaperExamples.Classic.Multipliers.Sum(part => part.Multiplier * panel[part.Score, t, column]))
            .Where(double.IsFinite)
            .Sum();

        Assert.Equal(returns * Opening.Default.Settings["HERON"].PerRound.ToDouble(), heron.PayoutPending.ToDouble(), 1e-9);
    }

    [Fact]
    public async Task Idle_NMR_lasts_for_a_year()
    {
        PaperAdvance advance = await _account.AdvanceAsync(260, Ct);

        Assert.DoesNotContain(advance.Notes, note => note.StartsWith("Idle NMR did not suffice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_are_no_scores_of_a_tournament_without_models() =>
        Assert.Null(await _account.ReadScoresAsync(Tournament.Crypto, Ct));

    [Theory]
    [InlineData(0)]
    [InlineData(261)]
    public async Task Time_moves_on_by_a_round_at_least_and_a_year_at_most(int rounds) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _account.AdvanceAsync(rounds, Ct));

    [Fact]
    public async Task A_cancelled_request_changes_nothing()
    {
        long version = await _account.ReadVersionAsync(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _account.AdvanceAsync(1, new CancellationToken(canceled: true)));

        Assert.Equal(version, await _account.ReadVersionAsync(Ct));
    }

    private static double ExposureOf(StakeSnapshot snapshot, Model model) =>
        snapshot.Stakes.Single(stake => stake.Model == model).Exposure.ToDouble();

    private static int IndexOf(ScorePanel panel, Model model) => panel.Models.ToList().IndexOf(model);
}
