namespace StakeBot.Testing;

/// <summary>
/// Reference data that lie beside the repository (<c>../shared/data</c>) and are never part of it.
/// A test that needs them is skipped, visibly, where they are not.
/// </summary>
public static class SharedData
{
    /// <summary>The path of a file of the reference data; null when this machine has none.</summary>
    public static string? Find(params string[] parts)
    {
        string path = Path.Combine([Repository.Folder, "..", "shared", "data", .. parts]);
        return File.Exists(path) ? Path.GetFullPath(path) : null;
    }

    /// <summary>What a skipped test says.</summary>
    public const string Missing = "The reference data (../shared/data) are not on this machine.";
}
