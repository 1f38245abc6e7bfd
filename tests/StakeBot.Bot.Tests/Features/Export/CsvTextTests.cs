using StakeBot.Bot.Chat;
using StakeBot.Bot.Features.Export;

namespace StakeBot.Bot.Tests.Features.Export;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+KESTREL", "'+KESTREL")]
    [InlineData("-HERON", "'-HERON")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("KESTREL", "KESTREL")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    public void A_text_is_never_run_as_a_formula(string text, string written) =>
        Assert.Equal($"model\r\n{written}\r\n", CsvText.Of(Table(Cell.Of(text))));

    [Fact]
    public void A_negative_number_stays_a_number_at_full_precision()
    {
        Assert.Equal("model\r\n-0.123456789012345678\r\n", CsvText.Of(Table(new Cell("−0.12", -0.123456789012345678m))));
        Assert.Equal("model\r\n0\r\n", CsvText.Of(Table(new Cell("0.00", 0.000000000000000000m))));
        Assert.Equal("model\r\n-1.5E-10\r\n", CsvText.Of(Table(new Cell("", -1.5e-10))));
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"a\"", "\"say \"\"a\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    public void Separators_quotes_and_line_breaks_are_quoted(string text, string written) =>
        Assert.Equal($"model\r\n{written}\r\n", CsvText.Of(Table(Cell.Of(text))));

    private static DataTable Table(Cell cell) => new("A table", ["model"], [[cell]]);
}
