namespace StakeBot.Adapters.Store;

/// <summary>A folder that only this user can look into.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes it if it is not there. One that is there keeps its rights: they are its owner's decision, and the doctor tells of them.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
