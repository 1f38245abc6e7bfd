using StakeBot.Testing;

namespace StakeBot.Host.Tests.Wholesome;

public sealed class RootIsQuiet
{
    private static readonly HashSet<string> Allowed =
        ["src", "tests", "config", "StakeBot.sln", "appsettings.example.json", "README.md", "LICENSE"];

    // What a build, a run or a person leaves there and .gitignore keeps out.
    private static readonly HashSet<string> Ignored = ["artifacts", "data", "out", "appsettings.json"];

    [Fact]
    public void The_top_level_holds_its_seven_entries_and_dotfiles()
    {
        string[] entries =
        [
            .. Directory.EnumerateFileSystemEntries(Repository.Folder)
                .Select(path => Path.GetFileName(path)!)
                .Where(name => !name.StartsWith('.') && !Ignored.Contains(name)),
        ];

        Assert.Equal(Allowed.Order(), entries.Order());
    }
}
