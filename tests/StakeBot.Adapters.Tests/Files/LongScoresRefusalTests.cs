using System.Globalization;
using StakeBot.Adapters.Files;

namespace StakeBot.Adapters.Tests.Files;

public sealed class LongScoresRefusalTests : FilesFolder
{
    [Theory]
    [InlineData("8,alice,1100,abc,1", "line 2, column 4 (corr): 'abc' is no number. Write a number such as 0.0123. Leave the field empty where there is no score.")]
    [InlineData("8,alice,1100,1.2%,1", "line 2, column 4 (corr): '1.2%' is no number. Write a number such as 0.0123. Leave the field empty where there is no score.")]
    [InlineData("8,alice,1100,inf,1", "line 2, column 4 (corr): 'inf' is infinite. Write a number such as 0.0123. Leave the field empty where there is no score.")]
    [InlineData("8,alice,1100,1e999,1", "line 2, column 4 (corr): '1e999' is infinite. Write a number such as 0.0123. Leave the field empty where there is no score.")]
    [InlineData("8,alice,1100,2.5,1", "line 2, column 4 (corr): '2.5' is no score: scores lie between -1 and 1. If it is in percent, divide by 100.")]
    [InlineData("8,alice,1100,\"0,0123\",1", "line 2, column 4 (corr): '0,0123' has a comma in it, and it is not clear whether it is a decimal comma. Write numbers with a decimal point, such as 0.0123. Leave the field empty where there is no score.")]
    [InlineData("9,alice,1100,0.01,1", "line 2, column 1 (tournament): '9' is no tournament. Write 8 (Classic), 11 (Signals) or 12 (Crypto).")]
    [InlineData("8,,1100,0.01,1", "line 2, column 2 (model): the model has no name. Write its name.")]
    [InlineData("8,alice,11x,0.01,1", "line 2, column 3 (round): '11x' is no round. Write the number of the round, such as 1100, or the day it opened, such as 2025-09-23.")]
    [InlineData("8,alice,20250923,0.01,1", "line 2, column 3 (round): '20250923' is no round. Write the number of the round, such as 1100, or the day it opened, such as 2025-09-23.")]
    [InlineData("8,alice,1100,0.01,maybe", "line 2, column 5 (resolved): 'maybe' does not say whether the round is resolved. Write 1 (final) or 0 (provisional).")]
    [InlineData("8,alice,1100,0.01", "line 2: 4 fields instead of the 5 of the first line. Leave a field empty where there is nothing, and keep its separator.")]
    [InlineData("8,alice,1100,0,01,1", "line 2: 6 fields instead of the 5 of the first line. Write numbers with a decimal point, and names with commas in quotation marks.")]
    [InlineData("8,\"alice,1100,0.01,1", "line 2: a quotation mark is missing or too many. Put the whole field into one pair of quotation marks, or into none.")]
    public void A_bad_field_is_refused_with_its_place_and_what_to_do(string row, string sentence) =>
        Assert.Equal($"file.csv, {sentence}", Read($"tournament,model,round,corr,resolved\n{row}").OnlyProblem());

    [Fact]
    public void A_decimal_comma_between_semicolons_is_not_guessed() =>
        Assert.StartsWith(
            "file.csv, line 2, column 4 (corr): '0,0123' has a comma in it, and it is not clear",
            Read("tournament;model;round;corr;resolved\n8;alice;1100;0,0123;1").OnlyProblem(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", "file.csv is empty. It needs a header line and a line of data for each row.")]
    [InlineData(" \n\n , ,\n", "file.csv is empty. It needs a header line and a line of data for each row.")]
    [InlineData("tournament,model,round,corr\n", "file.csv has a header line and no data below it. Add a line for each model and round.")]
    [InlineData("8,alice,1100,0.01\n8,alice,1101,0.02\n", "file.csv, line 1: this looks like data, and the header line is missing. Put the names of the columns into the first line.")]
    [InlineData("tournament,model,corr\n8,alice,0.01\n", "file.csv, line 1: there is no column round. Add one with the number of the round.")]
    [InlineData("tournament,model,round,bmc\n8,alice,1100,0.01\n", "file.csv, line 1: no column is a score. Name at least one corr, mmc, corr60, mmc60, alpha or mpc.")]
    [InlineData("model,\"round,corr\nalice,1100,0.1\n", "file.csv, line 1: a quotation mark is missing or too many. Put the whole field into one pair of quotation marks, or into none.")]
    [InlineData("a,b\nx,y\n", "file.csv, line 1: there is no column model, and the first column is not called round. The columns found are 'a', 'b'.")]
    [InlineData("round,corr,mmc\n1100,0.01,0.02\n", "file.csv, line 1: there is no column model, and the first column is not called round. The columns found are 'round', 'corr', 'mmc'.")]
    [InlineData("model,round,corr,canon_corr\nalice,1100,0.01,0.01\n", "file.csv, line 1, column 4 (canon_corr): 'corr' and 'canon_corr' are both corr20. Keep one of them.")]
    [InlineData("model,round,corr,round\nalice,1100,0.01,1100\n", "file.csv, line 1, column 4 (round): column 2 says the same. Keep one of them.")]
    [InlineData("model,round,corr\nalice,1100,NA\n", "file.csv has rows of Classic and not one score in them. Fill a column such as corr or mmc, or take the rows out.")]
    public void A_file_without_the_right_form_is_refused(string text, string sentence) =>
        Assert.Equal(sentence, Read(text).OnlyProblem());

    [Fact]
    public void Percentiles_are_not_taken_for_scores()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"8,alice,{1100 + i},{i / 40.0},1")));

        Assert.Contains("so these are percentiles, not scores", Read($"tournament,model,round,corr,resolved\n{rows}").OnlyProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once_and_the_list_stays_short()
    {
        string rows = string.Join('\n', Enumerable.Range(1100, 30).Select(round => $"8,alice,{round},x,1"));
        FileRefusal refusal = Read($"tournament,model,round,corr,resolved\n{rows}\n8,alice,1100,y,1").MustBeRefused();

        Assert.Equal(20, refusal.Problems.Count);
        Assert.Equal(11, refusal.More);
        string[] lines = refusal.ToString().Split('\n');
        Assert.Contains("line 21,", lines[19], StringComparison.Ordinal);
        Assert.Equal("… and 11 more.", lines[20]);
        Assert.Equal(
            ["A good file looks like this:", "tournament,model,round,corr,mmc,resolved", "8,alice,1100,0.0123,-0.0045,1", "Nothing was read."],
            lines[21..]);
    }

    [Fact]
    public void The_example_of_a_refusal_is_a_file_that_can_be_read()
    {
        string example = Read("").MustBeRefused().Example;

        Assert.Single(Read(example).MustBeRead().Panels);
    }

    private FileOutcome<ScoreFile> Read(string text) => ScoreFiles.Read([Write(text)]);
}
