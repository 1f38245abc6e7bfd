namespace StakeBot.Host.Doctor;

/// <summary>Whether the data folder can be written, and by nobody else.</summary>
internal sealed class DataFolderCheck(string folder) : IDoctorCheck
{
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public string Name => "data folder";

    public Task<Finding> CheckAsync(CancellationToken ct)
    {
        string path = Path.GetFullPath(folder);
        if (!Directory.Exists(path))
            return Task.FromResult(Finding.Ok($"{path} is not there yet; the first start makes it."));
        if (Trial(path) is { } trouble)
            return Task.FromResult(Finding.Fail(trouble, $"Give this user the right to write there, or set Store:Folder to another."));
        UnixFileMode mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
        return Task.FromResult((mode & OthersWrite, mode & OthersRead) switch
        {
            (not 0, _) => Finding.Fail($"{path} can be written by others.", $"chmod 700 {path}"),
            (_, not 0) => Finding.Warn($"{path} can be read by others.", $"chmod 700 {path}"),
            _ => Finding.Ok($"{path} is this user's alone."),
        });
    }

    private static string? Trial(string path)
    {
        string file = Path.Combine(path, $".doctor-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(file, "");
            File.Delete(file);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written.";
        }
    }
}
