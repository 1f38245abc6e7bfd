using StakeBot.Testing;

namespace StakeBot.Host.Tests.Wholesome;

/// <summary>A source file of the repository.</summary>
internal sealed record SourceFile(string Name, string RelativePath, string Text);

/// <summary>The repository's own sources.</summary>
internal static class Sources
{
    public static IReadOnlyList<SourceFile> Under(params string[] parts)
    {
        string folder = Repository.PathOf(parts);
        return
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(path => new SourceFile(
                    Path.GetFileName(path),
                    Path.GetRelativePath(Repository.Folder, path).Replace('\\', '/'),
                    File.ReadAllText(path))),
        ];
    }

    public static IReadOnlyList<string> FoldersOf(params string[] parts) =>
        [.. Directory.EnumerateDirectories(Repository.PathOf(parts)).Select(path => Path.GetFileName(path)!).Where(name => name is not ("bin" or "obj"))];
}
