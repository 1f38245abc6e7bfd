using System.Text;
using StakeBot.Adapters.Files;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Tests.Files;

public sealed class CsvTextTests : FilesFolder
{
    private const string Text = "tournament,model,round,corr,resolved\r\n8,zoë,1100,0.0125,1\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 big-endian", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "UTF-16 without mark", Encoding.Unicode.GetBytes(Text) },
        { "UTF-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Text)] },
        { "Latin-1", Encoding.Latin1.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_whatever_encoding_it_was_saved(string encoding, byte[] bytes)
    {
        ScoreFile file = ScoreFiles.Read([Write(bytes)]).MustBeRead();

        Assert.Equal("zoë", Assert.Single(file.Panels[0].Models).Name);
        Assert.Equal(0.0125, file.Panels[0][ScoreName.Corr20, 0, 0]);
        Assert.Equal(encoding == "Latin-1", file.Notes.Any(note => note.Contains("read as Latin-1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("tournament,model,round,corr,resolved\n8,\"alice, the first\",1100,0.01,1")]
    [InlineData("tournament;model;round;corr;resolved\n8;alice, the first;1100;0.01;1")]
    [InlineData("tournament\tmodel\tround\tcorr\tresolved\r8\talice, the first\t1100\t0.01\t1")]
    [InlineData("sep=;\ntournament;model;round;corr;resolved\n8;alice, the first;1100;0.01;1")]
    [InlineData("\n\n\"tournament\" , \"model\",round , corr,resolved\n\n8, \"alice, the first\" ,1100, \" 0.01 \",1\n,,,,\n")]
    public void Separators_quotes_blanks_and_empty_lines_do_not_matter(string text)
    {
        ScoreFile file = ScoreFiles.Read([Write(text)]).MustBeRead();

        Assert.Equal("alice, the first", Assert.Single(file.Panels[0].Models).Name);
        Assert.Equal(0.01, file.Panels[0][ScoreName.Corr20, 0, 0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("NaN")]
    [InlineData("null")]
    [InlineData("None")]
    [InlineData("-")]
    public void A_gap_may_be_written_in_many_ways(string gap)
    {
        ScoreFile file = ScoreFiles.Read([Write($"model,round,corr,mmc\nalice,1100,{gap},0.01\nalice,1101,0.02,0.03")]).MustBeRead();

        Assert.Equal(double.NaN, file.Panels[0][ScoreName.Corr20, 0, 0]);
        Assert.Equal(0.02, file.Panels[0][ScoreName.Corr20, 1, 0]);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0 }, "is an Excel workbook or a zip archive, not a csv file")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 }, "is compressed with gzip, not a csv file")]
    [InlineData(new byte[] { 0x50, 0x41, 0x52, 0x31, 21 }, "is a parquet file, not a csv file")]
    [InlineData(new byte[] { 1, 0, 0, 0, 2, 3, 0 }, "holds bytes that no text has")]
    public void What_is_no_text_is_refused(byte[] bytes, string sentence) =>
        Assert.Contains(sentence, ScoreFiles.Read([Write(bytes)]).OnlyProblem(), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Equal(
            "none.csv does not exist. Check the name, and the folder that StakeBot was started in.",
            ScoreFiles.Read([PathOf("none.csv")]).OnlyProblem());

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(PathOf("folder"));

        Assert.Equal("folder is a folder. Name the csv file in it.", ScoreFiles.Read([PathOf("folder")]).OnlyProblem());
    }

    [Fact]
    public void A_file_of_more_than_a_hundred_megabytes_is_refused_without_being_read()
    {
        using (FileStream sparse = File.Create(PathOf("huge.csv")))
            sparse.SetLength(150_000_000);

        Assert.Equal(
            "huge.csv has 150 MB; StakeBot reads at most 100 MB. Keep the models and rounds that you need.",
            ScoreFiles.Read([PathOf("huge.csv")]).OnlyProblem());
    }

    [Fact]
    public void More_models_and_rounds_than_fit_are_refused()
    {
        string rows = string.Join('\n', Enumerable.Range(1, 5_000).Select(i => $"8,m{i},{i},0.01,1"));

        Assert.Contains("that is more than StakeBot holds", ScoreFiles.Read([Write($"tournament,model,round,corr,resolved\n{rows}")]).OnlyProblem(), StringComparison.Ordinal);
    }
}
