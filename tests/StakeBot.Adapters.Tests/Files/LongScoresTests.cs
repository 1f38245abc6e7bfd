using StakeBot.Adapters.Files;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class LongScoresTests : FilesFolder
{
    [Fact]
    public void Rows_in_any_order_become_rounds_by_models_with_gaps()
    {
        ScorePanel panel = Single(
            """
            tournament,model,round,corr,mmc,resolved
            8,bob,1102,0.03,,0
            8,alice,1100,0.01,-0.02,1
            8,alice,1102,NA,0.04,0
            """);

        Assert.Equal(Tournament.Classic, panel.Tournament);
        Assert.Equal([1100, 1102], panel.Rounds.Select(round => round.Value));
        Assert.Equal(["bob", "alice"], panel.Models.Select(model => model.Name));
        Assert.Equal([true, false], [panel.IsResolved(0), panel.IsResolved(1)]);
        Assert.Equal(0.01, panel[ScoreName.Corr20, 0, 1]);
        Assert.Equal(-0.02, panel[ScoreName.Mmc20, 0, 1]);
        Assert.Equal(double.NaN, panel[ScoreName.Corr20, 0, 0]);
        Assert.Equal(double.NaN, panel[ScoreName.Mmc20, 1, 0]);
        Assert.Equal(double.NaN, panel[ScoreName.Corr20, 1, 1]);
        Assert.Equal(0.04, panel[ScoreName.Mmc20, 1, 1]);
    }

    [Fact]
    public void Each_tournament_becomes_a_panel_with_its_own_scores()
    {
        ScoreFile file = Read(
            """
            tournament,model,round,corr60,mmc60,alpha,mpc,resolved
            signals,alice,1100,,,0.01,0.02,1
            Classic,alice,1100,0.03,0.04,,,1
            12,bob,1100,0.05,0.06,,,1
            """).MustBeRead();

        Assert.Equal([Tournament.Classic, Tournament.Signals, Tournament.Crypto], file.Panels.Select(panel => panel.Tournament));
        Assert.Equal([ScoreName.Corr60, ScoreName.Mmc60], file.Panels[0].Names);
        Assert.Equal([ScoreName.Alpha, ScoreName.Mpc], file.Panels[1].Names);
        Assert.Equal(0.02, file.Panels[1][ScoreName.Mpc, 0, 0]);
        Assert.NotEqual(file.Panels[0].Models[0].Id, file.Panels[1].Models[0].Id);
    }

    [Theory]
    [InlineData("corr", "corr20")]
    [InlineData("v2_corr20", "corr20")]
    [InlineData("Canon_Corr", "corr20")]
    [InlineData("corr20", "corr20")]
    [InlineData("mmc", "mmc20")]
    [InlineData("canon_mmc", "mmc20")]
    [InlineData("corr60", "corr60")]
    [InlineData("canon_corr60", "corr60")]
    [InlineData("mmc60", "mmc60")]
    [InlineData("canon_mmc60", "mmc60")]
    [InlineData("alpha", "alpha")]
    [InlineData("MPC", "mpc")]
    public void A_score_may_have_the_name_that_Numerai_shows(string header, string score) =>
        Assert.Equal([new ScoreName(score)], Single($"tournament,model,round,{header},resolved\n8,alice,1100,0.01,1").Names);

    [Fact]
    public void Without_a_tournament_column_rows_are_Classic_and_a_note_says_so()
    {
        ScoreFile file = Read("model,round,corr,mmc,resolved\nalice,1100,0.01,0.02,1").MustBeRead();

        Assert.Equal(Tournament.Classic, Assert.Single(file.Panels).Tournament);
        Assert.Contains(file.Notes, note => note.EndsWith("has no column tournament, so every row counts as Classic.", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_tournament_column_alpha_and_mpc_can_only_be_Signals() =>
        Assert.Equal(Tournament.Signals, Single("model,round,alpha,mpc,resolved\nalice,1100,0.01,0.02,1").Tournament);

    [Fact]
    public void Columns_that_are_not_used_are_named()
    {
        ScoreFile file = Read("tournament,model,round,corr,corr_pct,open_date,resolved\n8,alice,1100,0.01,0.9,2025-09-23,1").MustBeRead();

        Assert.Contains(file.Notes, note => note.EndsWith("columns that are not used: corr_pct, open_date.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("corr,mmc", 24)]
    [InlineData("corr60,mmc60", 64)]
    [InlineData("corr,mmc60", 64)]
    [InlineData("alpha,mpc", 64)]
    public void Without_a_resolved_column_the_rounds_that_may_still_be_open_are_provisional(string scores, int provisional)
    {
        string rows = string.Join('\n', Enumerable.Range(1100, 100).Select(round => $"8,alice,{round},0.01,-0.01"));
        ScoreFile file = Read($"tournament,model,round,{scores}\n{rows}").MustBeRead();

        ScorePanel panel = Assert.Single(file.Panels);
        Assert.Equal(provisional, panel.ProvisionalRounds);
        Assert.True(panel.IsResolved(99 - provisional));
        Assert.False(panel.IsResolved(100 - provisional));
        Assert.Contains(file.Notes, note => note.Contains($"the newest {provisional}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_round_is_final_only_when_every_row_says_so()
    {
        ScoreFile file = Read(
            """
            tournament,model,round,corr,resolved
            8,alice,1100,0.01,true
            8,bob,1100,0.02,FALSE
            8,bob,1101,0.02,yes
            """).MustBeRead();

        Assert.False(file.Panels[0].IsResolved(0));
        Assert.True(file.Panels[0].IsResolved(1));
        Assert.Contains(file.Notes, note => note.EndsWith("count as provisional: 1100.", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_say_the_same_twice_count_once()
    {
        ScoreFile file = Read("tournament,model,round,corr,mmc,resolved\n8,alice,1100,0.01,NA,1\n8,Alice,1100,0.010,,1").MustBeRead();

        Assert.Equal(0.01, file.Panels[0][ScoreName.Corr20, 0, 0]);
        Assert.Single(file.Panels[0].Models);
        Assert.Contains("Classic: 1 row repeats another one exactly; it counts once.", file.Notes);
    }

    [Fact]
    public void Rows_that_contradict_each_other_are_refused_with_both_lines() =>
        Assert.Equal(
            "file.csv, lines 2 and 4: alice has two different rows for round 1100. Keep the right one.",
            Read("tournament,model,round,corr,resolved\n8,alice,1100,0.01,1\n8,bob,1100,0.01,1\n8,alice,1100,0.02,1").OnlyProblem());

    [Fact]
    public void A_model_that_stops_is_noted()
    {
        string rows = string.Join('\n', Enumerable.Range(1100, 10).Select(round => $"8,alice,{round},0.01,1"));
        ScoreFile file = Read($"tournament,model,round,corr,resolved\n8,bob,1104,0.01,1\n8,carol,1105,0.01,1\n8,dan,1105,,1\n{rows}").MustBeRead();

        Assert.Contains("Classic: bob stops after round 1104; dan has no score at all.", file.Notes);
    }

    private FileOutcome<ScoreFile> Read(string text) => ScoreFiles.Read([Write(text)]);

    private ScorePanel Single(string text) => Assert.Single(Read(text).MustBeRead().Panels);
}
