namespace StakeBot.Adapters.Store;

/// <summary>Writing files so that they are on the disk when the call has returned.</summary>
internal static class DurableFile
{
    public static void Copy(string from, string to)
    {
        using FileStream source = new(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using FileStream target = new(to, FileMode.Create, FileAccess.Write, FileShare.None);
        source.CopyTo(target, 1 << 20);
        target.Flush(flushToDisk: true);
    }
}
