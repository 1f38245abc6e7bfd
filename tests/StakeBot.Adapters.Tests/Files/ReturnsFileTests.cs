using StakeBot.Adapters.Files;

namespace StakeBot.Adapters.Tests.Files;

public sealed class ReturnsFileTests : FilesFolder
{
    [Theory]
    [InlineData("round,a,b\n1,0.1,0.2\n2,0.3,0.4")]
    [InlineData("roundNumber,a,b\n1,0.1,0.2\n2,0.3,0.4")]
    [InlineData("DATE;a;b\n2025-09-23;0.1;0.2\n2025-09-24;0.3;0.4")]
    [InlineData("a,b\n0.1,0.2\n0.3,0.4")]
    public void Columns_are_models_and_rows_are_scenarios(string text)
    {
        ReturnsTable table = Read(text).MustBeRead();

        Assert.Equal(["a", "b"], table.Names);
        Assert.Equal([0.1, 0.2, 0.3, 0.4], table.Scenarios.Values);
        Assert.Equal((2, 2), (table.Scenarios.Count, table.Scenarios.Assets));
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void Without_a_header_line_the_models_are_numbered_from_S0()
    {
        ReturnsTable table = Read("0.1,-2e-3\n0.3,0.4").MustBeRead();

        Assert.Equal(["S0", "S1"], table.Names);
        Assert.Equal([0.1, -0.002, 0.3, 0.4], table.Scenarios.Values);
    }

    [Fact]
    public void Behind_a_column_of_labels_a_model_may_be_called_by_a_number() =>
        Assert.Equal(["1", "2"], Read("round,1,2\n7,0.1,0.2").MustBeRead().Names);

    [Fact]
    public void Rows_that_are_not_in_order_are_sorted_and_a_note_says_so()
    {
        ReturnsTable table = Read("round,a\n10,0.3\n9,0.1\n11,0.4").MustBeRead();

        Assert.Equal([0.1, 0.3, 0.4], table.Scenarios.Values);
        Assert.EndsWith("the rows are not in order, so they were sorted by round.", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_cannot_be_compared_leave_the_rows_as_they_stand()
    {
        ReturnsTable table = Read("date,a\n23.09.2025,0.3\n22.09.2025,0.1").MustBeRead();

        Assert.Equal([0.3, 0.1], table.Scenarios.Values);
        Assert.EndsWith("so the rows count as they stand.", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_look_like_percent_are_noted() =>
        Assert.EndsWith("the largest value is 2.5. Returns are plain numbers: 0.01 is 1 %.", Assert.Single(Read("a\n0.1\n-2.5").MustBeRead().Notes), StringComparison.Ordinal);

    [Theory]
    [InlineData("round,a,b\n1,0.1,NA\n", "line 2, column 3 (b): there is no number. Write a number such as 0.0123; gaps are not allowed here.")]
    [InlineData("a,b\n0.1,\n", "line 2, column 2 (b): there is no number. Write a number such as 0.0123; gaps are not allowed here.")]
    [InlineData("a;b\n0.1;0,2\n", "line 2, column 2 (b): '0,2' has a comma in it, and it is not clear whether it is a decimal comma. Write numbers with a decimal point, such as 0.0123.")]
    [InlineData("a\nx\n", "line 2, column 1 (a): 'x' is no number. Write a number such as 0.0123.")]
    [InlineData("a\n-inf\n", "line 2, column 1 (a): '-inf' is infinite. Write a number such as 0.0123.")]
    [InlineData("0.1,0.2\n0.1,x\n", "line 2, column 2 (0.2): 'x' is no number. Write a number such as 0.0123.")]
    [InlineData("a,b\n0.1\n", "line 2: 1 field instead of the 2 of the first line. Leave a field empty where there is nothing, and keep its separator.")]
    [InlineData("a,A\n0.1,0.2\n", "line 1, column 2 (A): column 1 has the same name. Keep one of them.")]
    [InlineData(",a\n1,0.2\n", "line 1, column 1: the model has no name. Write its name. A column of labels is called round or date.")]
    [InlineData("round\n1\n", "line 1: there is no column beside round. Add a column for each model.")]
    [InlineData("a,0.1\n0.2,0.3\n", "line 1: some fields are numbers and others are not, so this is neither a header line nor data. Write the names of the models, or numbers in every field.")]
    [InlineData("round,a\n7,0.1\n8,0.1\n7,0.1\n", "lines 2 and 4: 2 rows are labelled '7'. Keep one.")]
    public void A_bad_field_is_refused_with_its_place_and_what_to_do(string text, string sentence) =>
        Assert.Equal($"file.csv, {sentence}", Read(text).OnlyProblem());

    [Theory]
    [InlineData("", "file.csv is empty. It needs a header line and a line of data for each row.")]
    [InlineData("round,a\n", "file.csv has a header line and no data below it. Add a line for each round.")]
    public void A_file_without_rows_is_refused(string text, string sentence) => Assert.Equal(sentence, Read(text).OnlyProblem());

    [Fact]
    public void The_example_of_a_refusal_is_a_file_that_can_be_read() =>
        Assert.Equal(["alice", "bob"], Read(Read("").MustBeRefused().Example).MustBeRead().Names);

    private FileOutcome<ReturnsTable> Read(string text) => ReturnsFile.Read(Write(text));
}
