using System.Globalization;

namespace StakeBot.Host.Doctor;

/// <summary>Whether the disk has room: a full one stops every change.</summary>
internal sealed class DiskSpaceCheck(string folder, Func<string, long> freeBytes) : IDoctorCheck
{
    private const long Needed = 64;
    private const long Comfortable = 512;
    private const long Megabyte = 1024 * 1024;

    public string Name => "disk space";

    /// <summary>What a folder's disk has left.</summary>
    public static long FreeBytes(string folder)
    {
        string path = Path.GetFullPath(folder);
        while (!Directory.Exists(path))
            path = Path.GetDirectoryName(path) ?? throw new InvalidOperationException("A full path without a root.");
        return new DriveInfo(path).AvailableFreeSpace;
    }

    public Task<Finding> CheckAsync(CancellationToken ct)
    {
        long free = freeBytes(folder) / Megabyte;
        string sentence = string.Create(CultureInfo.InvariantCulture, $"{free:N0} MB are free; {Needed} are needed.");
        return Task.FromResult(free switch
        {
            < Needed => Finding.Fail(sentence, "Make room: until then nothing can be proposed or sent."),
            < Comfortable => Finding.Warn(sentence, "Make room soon."),
            _ => Finding.Ok(sentence),
        });
    }
}
