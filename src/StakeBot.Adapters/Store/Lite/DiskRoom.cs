using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store.Lite;

/// <summary>Room on the disk. With little left nothing new is begun, so that what has begun can be ended and read.</summary>
internal sealed class DiskRoom(StoreSetup setup)
{
    private const long Needed = 64L << 20;

    /// <summary>The file that the owner may delete when nothing else goes.</summary>
    private string Ballast => Path.Combine(setup.Folder, "stakebot.ballast");

    public bool IsShort => Free() < Needed;

    /// <exception cref="StoreUnavailableException">Too little is left.</exception>
    public void Demand()
    {
        if (Free() is var free && free < Needed)
        {
            throw new StoreUnavailableException(
                $"Only {free >> 20} MB are free on the disk of {setup.Folder}; nothing is changed below {Needed >> 20} MB. Free some; {Ballast} may be deleted for that. Nothing was written.");
        }
    }

    /// <summary>Writes the ballast where it is missing and there is room for it.</summary>
    public void KeepBallast()
    {
        if (setup.BallastBytes == 0 || File.Exists(Ballast) || Free() < Needed + setup.BallastBytes)
            return;
        using FileStream file = new(Ballast, FileMode.Create, FileAccess.Write, FileShare.None);
        byte[] block = new byte[1 << 20];
        for (long written = 0; written < setup.BallastBytes; written += block.Length)
            file.Write(block);
    }

    private long Free() => setup.FreeBytes?.Invoke() ?? new DriveInfo(Path.GetFullPath(setup.Folder)).AvailableFreeSpace;
}
