namespace StakeBot.Adapters.Store;

/// <summary>Folders on another machine: locks and flushes mean too little there.</summary>
internal static class NetworkFolder
{
    private static readonly HashSet<string> Formats = new(StringComparer.OrdinalIgnoreCase) { "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncp", "ceph", "fuse.sshfs" };

    /// <exception cref="StoreStartException">The folder is on a network.</exception>
    public static void Refuse(string folder)
    {
        DriveInfo drive = new(Path.GetFullPath(folder));
        if (drive.DriveType == DriveType.Network || Formats.Contains(drive.DriveFormat))
            throw new StoreStartException($"The data folder {folder} is on a network ({drive.DriveFormat}), where nothing can be kept safely. Set Store:Folder to a local disk.");
    }
}
