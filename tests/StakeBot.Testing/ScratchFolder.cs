namespace StakeBot.Testing;

/// <summary>Folders for tests, below one that goes away with the process; whoever can is welcome to delete his earlier.</summary>
public static class ScratchFolder
{
    private static readonly Lazy<string> Root = new(Make);

    /// <summary>A new, empty one.</summary>
    public static string New() => Directory.CreateDirectory(Path.Combine(Root.Value, $"{Guid.NewGuid():N}")).FullName;

    private static string Make()
    {
        string root = Directory.CreateTempSubdirectory("stakebot-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return root;
    }
}
