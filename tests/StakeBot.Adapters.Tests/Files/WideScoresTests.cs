using StakeBot.Adapters.Files;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class WideScoresTests : FilesFolder
{
    private const string Corr = "\"roundNumber\",\"ALICE\",\"BOB\"\n1101,0.02,NA\n1100,0.01,0.03\n";
    private const string Mmc = "\"roundNumber\",\"BOB\",\"ALICE\"\n1100,-0.3,-0.1\n1101,NA,-0.2\n";

    [Fact]
    public void A_corr_and_an_mmc_file_make_one_panel()
    {
        ScoreFile file = Read(Corr, "daily_corr.csv", Mmc, "daily_mmc.csv").MustBeRead();

        AssertPanel(Assert.Single(file.Panels));
        Assert.Contains(file.Notes, note => note.EndsWith("daily_mmc.csv is mmc20; both count as Classic.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_names_of_the_files_decide_not_their_order() =>
        AssertPanel(Assert.Single(Read(Mmc, "mmc.csv", Corr, "corr.csv").MustBeRead().Panels));

    [Fact]
    public void One_telling_name_is_enough() =>
        AssertPanel(Assert.Single(Read(Mmc, "daily-MMC.csv", Corr, "other.csv").MustBeRead().Panels));

    [Fact]
    public void Without_telling_names_the_order_decides_and_a_note_says_so()
    {
        ScoreFile file = Read(Corr, "a.csv", Mmc, "b.csv").MustBeRead();

        AssertPanel(Assert.Single(file.Panels));
        Assert.Contains(file.Notes, note => note.Contains("by their order", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("corr60.csv", "mmc60.csv", Tournament.Classic, "corr60", "mmc60")]
    [InlineData("alpha.csv", "mpc.csv", Tournament.Signals, "alpha", "mpc")]
    public void Other_pairs_are_known_too(string left, string right, Tournament tournament, string first, string second)
    {
        ScorePanel panel = Assert.Single(Read(Corr, left, Mmc, right).MustBeRead().Panels);

        Assert.Equal(tournament, panel.Tournament);
        Assert.Equal([new ScoreName(first), new ScoreName(second)], panel.Names);
    }

    [Fact]
    public void Days_stand_for_the_rounds_that_opened_on_them()
    {
        ScoreFile file = Read("date,a\n2025-09-23,0.01\n2025-09-27T12:00:00Z,0.02\n2025-09-30,0.03", "corr.csv", "date,a\n2025-09-23,0.01\n2025-09-27,0.02\n2025-09-30,0.03", "mmc.csv").MustBeRead();

        Assert.Equal([1100, 1104, 1105], file.Panels[0].Rounds.Select(round => round.Value));
        Assert.Contains(file.Notes, note => note.EndsWith("the dates count as the days on which the rounds opened.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_on_which_no_round_opened_is_refused() =>
        Assert.Equal(
            "corr.csv, line 2, column 1 (date): no round opened on 2025-09-22, a Monday: rounds open Tuesday to Saturday. Write the number of the round.",
            Read("date,a\n2025-09-22,0.01", "corr.csv", "date,a\n2025-09-23,0.01", "mmc.csv").OnlyProblem());

    [Fact]
    public void Wide_files_cannot_say_what_is_final_so_the_newest_rounds_are_provisional()
    {
        string rows = string.Join('\n', Enumerable.Range(1100, 30).Select(round => $"{round},0.01"));
        ScorePanel panel = Assert.Single(Read($"round,a\n{rows}", "corr.csv", $"round,a\n{rows}", "mmc.csv").MustBeRead().Panels);

        Assert.Equal(24, panel.ProvisionalRounds);
    }

    [Fact]
    public void Different_rounds_and_models_are_refused_by_name()
    {
        IReadOnlyList<string> problems = Read("round,a,b\n1100,0,0\n1101,0,0", "corr.csv", "round,a,c\n1100,0,0\n1102,0,0", "mmc.csv").MustBeRefused().Problems;

        Assert.Equal(4, problems.Count);
        Assert.StartsWith("round 1101 is in ", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("round 1102 is in ", problems[1], StringComparison.Ordinal);
        Assert.StartsWith("b is in ", problems[2], StringComparison.Ordinal);
        Assert.StartsWith("c is in ", problems[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corr_a.csv", "corr_b.csv", "corr20", "corr20")]
    [InlineData("corr.csv", "mmc60.csv", "corr20", "mmc60")]
    public void Two_files_that_are_no_pair_are_refused(string left, string right, string first, string second)
    {
        string problem = Assert.Single(Read(Corr, left, Mmc, right).MustBeRefused().Problems);

        Assert.Contains($"{left} is {first} and ", problem, StringComparison.Ordinal);
        Assert.Contains($"{right} is {second}, and these do not make a pair.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("round,a,A\n1100,0,0", "corr.csv, line 1, column 3 (A): column 2 has the same name. Keep one of them.")]
    [InlineData("round,a,\n1100,0,0", "corr.csv, line 1, column 3: the model has no name. Write its name.")]
    [InlineData("round\n1100", "corr.csv, line 1: there is no column beside round. Add a column for each model.")]
    [InlineData("round,a\n", "corr.csv has a header line and no data below it. Add a line for each round.")]
    [InlineData("round,a\n1100,0.1\n1100,0.2", "corr.csv, lines 2 and 3: two different rows for round 1100. Keep the right one.")]
    [InlineData("round,a\n1100,x", "corr.csv, line 2, column 2 (a): 'x' is no number. Write a number such as 0.0123. Leave the field empty where there is no score.")]
    [InlineData("round,corr\n1100,0", "corr.csv, line 1, column 2 (corr): there is no column model, so corr would be the name of a model. Add the column model, with a row for each model and round.")]
    [InlineData("model,round,corr\na,1100,0", "corr.csv is a long file, with all its scores in it. Name it alone.")]
    public void A_wide_file_without_the_right_form_is_refused(string corr, string sentence) =>
        Assert.Equal(sentence, Read(corr, "corr.csv", "round,a\n1100,0.1", "mmc.csv").OnlyProblem());

    [Fact]
    public void A_row_that_repeats_another_counts_once()
    {
        ScoreFile file = Read("round,a\n1100,NA\n1100,NA\n1101,0.1", "corr.csv", "round,a\n1100,0\n1101,-0.1", "mmc.csv").MustBeRead();

        Assert.Equal(2, file.Panels[0].Rounds.Count);
        Assert.Contains(file.Notes, note => note.EndsWith("1 row repeats another one exactly; it counts once.", StringComparison.Ordinal));
    }

    [Fact]
    public void One_wide_file_alone_is_not_enough() =>
        Assert.Equal(
            "corr.csv is a wide file and holds one score only. Name the file with the other score too, such as corr.csv and mmc.csv.",
            ScoreFiles.Read([Write(Corr, "corr.csv")]).OnlyProblem());

    [Fact]
    public void Three_files_are_too_many() =>
        Assert.Equal("3 scores files are named. Name one long file, or two wide ones (corr and mmc).", ScoreFiles.Read(["a", "b", "c"]).OnlyProblem());

    private static void AssertPanel(ScorePanel panel)
    {
        int alice = panel.Models.Index().Single(pair => pair.Item.Name == "ALICE").Index, bob = 1 - alice;
        Assert.Equal(Tournament.Classic, panel.Tournament);
        Assert.Equal([1100, 1101], panel.Rounds.Select(round => round.Value));
        Assert.Equal([0.01, 0.02], [panel[ScoreName.Corr20, 0, alice], panel[ScoreName.Corr20, 1, alice]]);
        Assert.Equal([0.03, double.NaN], [panel[ScoreName.Corr20, 0, bob], panel[ScoreName.Corr20, 1, bob]]);
        Assert.Equal([-0.1, -0.2], [panel[ScoreName.Mmc20, 0, alice], panel[ScoreName.Mmc20, 1, alice]]);
        Assert.Equal([-0.3, double.NaN], [panel[ScoreName.Mmc20, 0, bob], panel[ScoreName.Mmc20, 1, bob]]);
    }

    private FileOutcome<ScoreFile> Read(string left, string leftName, string right, string rightName) =>
        ScoreFiles.Read([Write(left, leftName), Write(right, rightName)]);
}
