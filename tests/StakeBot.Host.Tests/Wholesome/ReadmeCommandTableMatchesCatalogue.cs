using StakeBot.Bot.Commands;
using StakeBot.Testing;

namespace StakeBot.Host.Tests.Wholesome;

public sealed class ReadmeCommandTableMatchesCatalogue
{
    private const string Begin = "<!-- commands: written from the catalogue -->\n";
    private const string End = "<!-- /commands -->";

    [Fact]
    public void The_table_in_the_readme_is_the_catalogue()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        int from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = readme.IndexOf(End, StringComparison.Ordinal);
        string table = Table();
        Directory.CreateDirectory(Repository.PathOf("artifacts"));
        File.WriteAllText(Repository.PathOf("artifacts", "readme-commands.md"), table);

        Assert.True(table == readme[from..to], "The README's command table is old: put artifacts/readme-commands.md in its place.");
    }

    private static string Table() => string.Concat(
    [
        "| Command | What it does | Options | Example |\n|---|---|---|---|\n",
        .. TheCatalogue.Specs.Select(spec => $"| `/{spec.Name}` | {spec.Summary} | {Options(spec)} | `{spec.Example}` |\n"),
    ]);

    private static string Options(CommandSpec spec) => string.Join(", ", spec.Options.Select(option => option.Kind switch
    {
        OptionKind.Choice => $"`{option.Name}:{string.Join("\\|", option.Choices)}`",
        OptionKind.Flag => $"`{option.Name}`",
        _ => $"`{option.Name}:…`",
    }));
}
