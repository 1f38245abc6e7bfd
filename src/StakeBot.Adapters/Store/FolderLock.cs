namespace StakeBot.Adapters.Store;

/// <summary>
/// One process per data folder: a file that is held open as long as the process lives, and that the system lets go of when it dies.
/// The embedded store would let two processes write at once and lose both their work.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const string FileName = "stakebot.lock";

    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    /// <summary>Takes the folder, which is made if it is not there.</summary>
    /// <exception cref="FolderTakenException">Another process has it, or it cannot be written.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            PrivateFolder.Create(folder);
            return new FolderLock(new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new FolderTakenException($"The data folder {folder} cannot be written. Give this user the right to, or set Store:Folder to another.", denied);
        }
        catch (IOException taken)
        {
            throw new FolderTakenException($"Another StakeBot uses the data folder {folder}. Stop it, or set Store:Folder to another.", taken);
        }
    }

    /// <summary>Whether it is still held.</summary>
    public bool IsHeld => !_held.SafeFileHandle.IsClosed;

    public void Dispose() => _held.Dispose();
}
