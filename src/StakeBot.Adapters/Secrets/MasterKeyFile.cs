namespace StakeBot.Adapters.Secrets;

/// <summary>The file that holds a master key: one line of base64 that only its owner may read.</summary>
public static class MasterKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MostBytes = 4096;

    /// <summary>Makes a file with a new key. Never replaces one: the old key may be all that opens what is kept.</summary>
    /// <exception cref="MasterKeyException">There is a file already, or it cannot be written.</exception>
    public static MasterKey Create(string path)
    {
        MasterKey key = MasterKey.New();
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            using FileStream file = new(path, options);
            using StreamWriter writer = new(file);
            writer.WriteLine(key.Export());
            writer.Flush();
            file.Flush(flushToDisk: true);
            return key;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException(
                File.Exists(path)
                    ? $"There is a file {path} already. A master key is never replaced: name another file."
                    : $"The file {path} cannot be written. Name one in a folder that exists and that this user may write.",
                fault);
        }
    }

    /// <summary>Reads a key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ownerOnly">Whether it must be closed to everybody but its owner; what systemd hands over has its own protection.</param>
    /// <exception cref="MasterKeyException">It cannot be read, is open to others, or holds no key.</exception>
    public static MasterKey Read(string path, bool ownerOnly)
    {
        string text;
        try
        {
            if (ownerOnly && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
                throw new MasterKeyException($"The file {path} is open to others than its owner. Close it: chmod 600 {path}");
            if (new FileInfo(path).Length > MostBytes)
                throw new MasterKeyException($"The file {path} is no master key: it is too long. stakebot keys new FILE makes one.");
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The master key file {path} cannot be read. Check that it is there and belongs to this user.", fault);
        }
        return MasterKey.Parse(text) ?? throw new MasterKeyException($"The file {path} holds no master key. stakebot keys new FILE makes one.");
    }
}
