namespace StakeBot.Host.Tests.Wholesome;

public sealed class FilesStaySmall
{
    private const int MostLines = 400;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_file_has_more_than_400_lines(string folder)
    {
        string[] large =
        [
            .. Sources.Under(folder)
                .Select(file => (file.RelativePath, Lines: file.Text.Count(c => c == '\n')))
                .Where(file => file.Lines > MostLines)
                .Select(file => $"{file.RelativePath}: {file.Lines} lines"),
        ];

        Assert.Empty(large);
    }
}
