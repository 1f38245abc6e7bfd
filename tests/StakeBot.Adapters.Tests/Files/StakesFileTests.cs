using StakeBot.Adapters.Files;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class StakesFileTests : FilesFolder
{
    [Fact]
    public void Model_and_stake_are_enough_and_the_newest_rule_says_the_regime()
    {
        StakeSnapshot snapshot = Read("model,stake\nalice,128\nBOB,1.5\n(idle),10\n(wallet),3.25").MustBeRead().Snapshot;

        TournamentStakes classic = Assert.Single(snapshot.Tournaments);
        Assert.Equal((Tournament.Classic, StakingRegime.Atomic, 64), (classic.Tournament, classic.Regime, classic.OverlappingRounds));
        Stake.Atomic alice = Assert.IsType<Stake.Atomic>(classic.Stakes[0]);
        Assert.Equal(new StakeSetting(new Nmr(2), StakeMode.Constant, true), alice.Setting);
        Assert.Equal((128m, 64, 128m), (alice.InRounds.Amount, alice.OpenRounds, alice.Exposure.Amount));
        Assert.Equal(["alice", "BOB"], classic.Stakes.Select(stake => stake.Model.Name));
        Assert.Equal((129.5m, 10m, 3.25m, 142.75m), (snapshot.Locked.Amount, snapshot.Idle.Amount, snapshot.Wallet.Amount, snapshot.Equity.Amount));
    }

    [Fact]
    public void The_account_is_that_of_the_day_on_which_the_newest_round_opened()
    {
        StakeSnapshot snapshot = Read("model,stake\nalice,1").MustBeRead().Snapshot;

        Assert.Equal("file.csv", snapshot.Account);
        Assert.Equal(new DateTimeOffset(2025, 9, 24, 0, 0, 0, TimeSpan.Zero), snapshot.TakenAt);
        Assert.Equal(new RoundNumber(1101), snapshot.Tournaments[0].CurrentRound.Number);
        Assert.Equal(snapshot.TakenAt, snapshot.Tournaments[0].CurrentRound.Opens);
    }

    [Fact]
    public void An_Atomic_position_can_be_told_in_full()
    {
        Stake.Atomic alice = Assert.IsType<Stake.Atomic>(Read(
            """
            tournament,model,regime,stake,per_round,mode,automation,open_rounds,burn_debt,payout_pending,missed_submissions
            8,alice,atomic,30,2.5,Compound,off,12,0.75,-1.25,3
            """).MustBeRead().Snapshot.Tournaments[0].Stakes[0]);

        Assert.Equal(new StakeSetting(new Nmr(2.5m), StakeMode.Compound, false), alice.Setting);
        Assert.Equal((30m, 12, 64), (alice.InRounds.Amount, alice.OpenRounds, alice.OverlappingRounds));
        Assert.Equal((0.75m, -1.25m, 3), (alice.BurnDebt.Amount, alice.PayoutPending.Amount, alice.MissedSubmissions));
    }

    [Fact]
    public void A_Legacy_stake_can_be_told_in_full()
    {
        StakeSnapshot snapshot = Read(
            """
            model,regime,stake,pending_release,release_due,pending_increase,payout_pending
            alice,legacy,30,5,2025-10-20,2,0.5
            """).MustBeRead().Snapshot;

        Stake.Legacy alice = Assert.IsType<Stake.Legacy>(snapshot.Tournaments[0].Stakes[0]);
        Assert.Equal((StakingRegime.Legacy, 24), (snapshot.Tournaments[0].Regime, snapshot.Tournaments[0].OverlappingRounds));
        Assert.Equal((30m, 5m, 27m, 2m, 32m, 0.5m), (alice.Staked.Amount, alice.PendingRelease.Amount, alice.AtRisk.Amount, alice.PendingIncrease.Amount, alice.Exposure.Amount, alice.PayoutPending.Amount));
        Assert.Equal(new DateTimeOffset(2025, 10, 20, 0, 0, 0, TimeSpan.Zero), alice.ReleaseDue);
        Assert.IsType<Stake.Legacy>(snapshot.Tournaments[0].Stakes[1]);
    }

    [Theory]
    [InlineData("model,per_round\nalice,2", 2, 128, 64)]
    [InlineData("model,per_round,open_rounds\nalice,2,10", 2, 20, 10)]
    [InlineData("model,stake,per_round\nalice,0,2", 2, 0, 0)]
    [InlineData("model,in_rounds\nalice,128", 2, 128, 64)]
    [InlineData("model,stake,per_round\nalice,100,2", 2, 100, 64)]
    public void Per_round_stake_and_locked_NMR_may_differ_while_a_setting_runs_in(string text, int perRound, int locked, int rounds)
    {
        Stake.Atomic alice = Assert.IsType<Stake.Atomic>(Read(text).MustBeRead().Snapshot.Tournaments[0].Stakes[0]);

        Assert.Equal((new Nmr(perRound), new Nmr(locked), rounds), (alice.Setting.PerRound, alice.InRounds, alice.OpenRounds));
    }

    [Fact]
    public void A_per_round_stake_is_cut_to_the_wei_and_never_needs_more_than_there_is()
    {
        Stake.Atomic alice = Assert.IsType<Stake.Atomic>(Read("tournament,model,stake\n12,alice,100").MustBeRead().Snapshot.Tournaments[1].Stakes[0]);

        Assert.Equal(4.166666666666666666m, alice.Setting.PerRound.Amount);
        Assert.Equal(100m, alice.Exposure.Amount);
    }

    [Fact]
    public void Models_without_a_line_are_not_staked_and_models_without_scores_are_noted()
    {
        StakedAccount account = Read("model,stake\nalice,1\ncarol,2").MustBeRead();

        Assert.Equal([("alice", 1m), ("carol", 2m), ("bob", 0m)], account.Snapshot.Stakes.Select(stake => (stake.Model.Name, stake.Locked.Amount)));
        Assert.Contains(account.Notes, note => note.EndsWith("these models of Classic have no scores, so their risk is not known: carol.", StringComparison.Ordinal));
        Assert.Contains(account.Notes, note => note.EndsWith("these models of Classic have scores and no line, so they count as not staked: bob.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stake_belongs_to_the_model_with_scores_whatever_the_case_of_its_name()
    {
        StakedAccount account = Read("model,stake\nALICE,1\nbob,2").MustBeRead();

        Assert.Equal(Panel.Models.Select(model => model.Id), account.Snapshot.Stakes.Select(stake => stake.Model.Id));
        Assert.Empty(account.Notes);
    }

    [Fact]
    public void With_scores_of_several_tournaments_each_line_names_its_own()
    {
        ScorePanel signals = SomePanel(Tournament.Signals, 1099);
        string path = Write("tournament,model,stake\n11,alice,5\n8,alice,64\n8,(idle),1");

        StakeSnapshot snapshot = StakesFile.Read(path, ShippedHistory.Value, [Panel, signals]).MustBeRead().Snapshot;

        Assert.Equal([Tournament.Classic, Tournament.Signals], snapshot.Tournaments.Select(tournament => tournament.Tournament));
        Assert.Equal(new Nmr(5), Assert.IsType<Stake.Legacy>(snapshot.Tournaments[1].Stakes[0]).Staked);
        Assert.Equal(new RoundNumber(1099), snapshot.Tournaments[1].CurrentRound.Number);
        Assert.Equal(
            "file.csv, line 2: the scores are of several tournaments, so each line must name its own. Write 8 (Classic), 11 (Signals) or 12 (Crypto) into a column tournament.",
            StakesFile.Read(Write("model,stake\nalice,1\n(wallet),1"), ShippedHistory.Value, [Panel, signals]).OnlyProblem());
    }

    [Theory]
    [InlineData("model,stake\nalice,-1", "line 2, column 2 (stake): '-1' is negative. Write the NMR that is there, 0 or more.")]
    [InlineData("model,stake\nalice,1000000000000000000", "line 2, column 2 (stake): '1000000000000000000' is more NMR than exists. Write the amount in NMR, not in wei.")]
    [InlineData("model,stake\nalice,12 NMR", "line 2, column 2 (stake): '12 NMR' is no number. Write a number such as 12.5.")]
    [InlineData("model;stake\nalice;1,5", "line 2, column 2 (stake): '1,5' has a comma in it, and it is not clear whether it is a decimal comma. Write numbers with a decimal point, such as 12.5.")]
    [InlineData("model,stake\nalice,inf", "line 2, column 2 (stake): 'inf' is infinite. Write a number such as 12.5.")]
    [InlineData("model,stake\nalice,", "line 2, column 2 (stake): there is no amount. Write the NMR, or 0.")]
    [InlineData("model,stake\n,1", "line 2, column 1 (model): the model has no name. Write its name.")]
    [InlineData("model,stake\nalice,1\nAlice,2", "lines 2 and 3: alice is there 2 times. Keep one line.")]
    [InlineData("model,stake\nalice,1\n(wallet),1\n(Wallet),2", "lines 3 and 4: (wallet) is there 2 times. Keep one line.")]
    [InlineData("model,stake\n(cash),1", "line 2, column 1 (model): '(cash)' is not known. Write (idle), (wallet) or the name of a model.")]
    [InlineData("model,stake,mode\nalice,1,\n(idle),1,constant", "line 3, column 3 (mode): a line (idle) holds an amount in the column stake and nothing else. Leave this field empty.")]
    [InlineData("model,stake,regime\nalice,1,v2", "line 2, column 3 (regime): 'v2' is not known. Write one of legacy, atomic.")]
    [InlineData("model,stake,mode\nalice,1,x", "line 2, column 3 (mode): 'x' is not known. Write one of constant, fixed, compound.")]
    [InlineData("model,stake,regime\nalice,1,legacy\nbob,1,atomic", "lines 2 and 3: Classic cannot be in both regimes. Write the one that it is in now.")]
    [InlineData("model,stake,regime\nalice,1,legacy\n(idle),1,", "line 3: idle NMR lies in an Atomic strategy, and Classic is staked in the Legacy regime. Write (wallet) for NMR that is not staked.")]
    [InlineData("model,stake,regime,mode\nalice,1,legacy,compound", "line 2: alice is staked in the Legacy regime, which has no per-round stake, mode, automation, open rounds or burn debt. Leave them empty, or write atomic into a column regime.")]
    [InlineData("model,stake,pending_release\nalice,1,0.5", "line 2: alice is staked in the Atomic regime, which has no pending release or increase. Leave them empty, or write legacy into a column regime.")]
    [InlineData("model,stake,regime,pending_release\nalice,1,legacy,2", "line 2: alice releases more than its stake. The stake counts what waits for release too.")]
    [InlineData("model,stake,regime,pending_release,release_due\nalice,1,legacy,1,soon", "line 2, column 5 (release_due): 'soon' is no date. Write it as 2026-12-31.")]
    [InlineData("model,stake,open_rounds\nalice,1,65", "line 2: alice has positions in 65 rounds, and at most 64 are open at one time.")]
    [InlineData("model,stake,open_rounds\nalice,1,0", "line 2: alice has 1.00 NMR in 0 rounds. NMR is in rounds only together with a number of rounds.")]
    [InlineData("model,stake,open_rounds\nalice,1,x", "line 2, column 3 (open_rounds): 'x' is no number of rounds. Write a whole number such as 24.")]
    [InlineData("model,stake,in_rounds\nalice,1,2", "line 2, column 3 (in_rounds): stake and in_rounds are two names for the NMR that is locked, and they differ. Keep one of them.")]
    [InlineData("tournament,model,stake\n9,alice,1", "line 2, column 1 (tournament): '9' is no tournament. Write 8 (Classic), 11 (Signals) or 12 (Crypto).")]
    [InlineData("model,pending\nalice,1", "line 1, column 2 (pending): StakeBot does not know this column. Take it out, or use one of tournament, model, regime, stake, per_round, mode, automation, in_rounds, open_rounds, burn_debt, pending_release, release_due, pending_increase, payout_pending, missed_submissions.", "line 1: there is no column stake. Add it: NMR for each model.")]
    [InlineData("model,stake,stake\nalice,1,1", "line 1, column 3 (stake): column 2 has the same name. Keep one of them.")]
    [InlineData("alice,1", "line 1: there is no column model. The first line must name the columns: at least model and stake.")]
    public void A_bad_line_is_refused_with_its_place_and_what_to_do(string text, params string[] sentences)
    {
        IReadOnlyList<string> problems = Read(text).MustBeRefused().Problems;

        Assert.Equal(sentences.Select(sentence => $"{PathOf("file.csv")}, {sentence}"), problems);
    }

    [Theory]
    [InlineData("", "file.csv is empty. It needs a header line and a line of data for each row.")]
    [InlineData("model,stake\n", "file.csv has a header line and no data below it. Add a line for each model.")]
    public void A_file_without_lines_is_refused(string text, string sentence) => Assert.Equal(sentence, Read(text).OnlyProblem());

    [Fact]
    public void A_tournament_without_a_known_rule_is_refused() =>
        Assert.Equal(
            "file.csv: no payout rule of Classic is known, so its stakes cannot be read. Add the rule to config/tournaments.json.",
            StakesFile.Read(Write("model,stake\nalice,1"), new PayoutHistory([]), [Panel]).OnlyProblem());

    [Fact]
    public void The_example_of_a_refusal_is_a_file_that_can_be_read() =>
        Assert.Equal(133.75m, Read(Read("").MustBeRefused().Example).MustBeRead().Snapshot.Equity.Amount);

    private static ScorePanel Panel { get; } = SomePanel(Tournament.Classic, 1101);

    private static ScorePanel SomePanel(Tournament tournament, int newest) => new(
        tournament,
        [new RoundNumber(newest - 1), new RoundNumber(newest)],
        [FileModel.Of(tournament, "alice"), FileModel.Of(tournament, "bob")],
        [true, false],
        new Dictionary<ScoreName, double[]> { [ScoreName.Corr60] = [0.01, 0.02, 0.03, 0.04] });

    private FileOutcome<StakedAccount> Read(string text) => StakesFile.Read(Write(text), ShippedHistory.Value, [Panel]);
}
