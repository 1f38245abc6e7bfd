namespace StakeBot.Testing;

/// <summary>Where the sources are, for tests that look at them or write pictures beside them.</summary>
public static class Repository
{
    /// <summary>The folder of StakeBot.sln.</summary>
    public static string Folder { get; } = Find();

    /// <summary>A file or folder below it.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "StakeBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run outside the repository: StakeBot.sln is in no folder above them.");
    }
}
