using System.Globalization;
using StakeBot.Adapters.Store.Chain;
using StakeBot.Adapters.Store.Lite;

namespace StakeBot.Adapters.Store.Transfer;

/// <summary>
/// Puts a backup or an export into the place of the store. The new file is made whole, verified and in safe mode beside the old one before it takes its
/// place in one step: at no moment is there a folder without a store, which would begin as if nothing had ever been sent.
/// </summary>
internal static class StoreRestore
{
    public static async Task<RestoreReport> FromAsync(string file, StoreSetup setup, CancellationToken ct)
    {
        StoreSetup beside = setup with { Name = "stakebot-restoring.db", BallastBytes = 0 };
        Delete(beside);
        try
        {
            ExportContent? export = await IsExportAsync(file, ct).ConfigureAwait(false) ? ReadExport(file) : null;
            if (export is null)
                CopyBackup(file, beside);
            ScanResult made = await MakeAsync(beside, export, Reason(file, setup), ct).ConfigureAwait(false);
            string? replaced = Keep(setup);
            File.Delete(Log(setup.File));
            File.Move(beside.File, setup.File, overwrite: true);
            return new RestoreReport(made.Records, made.Head.Sequence, export?.Withheld.Count ?? 0, replaced);
        }
        finally
        {
            Delete(beside);
        }
    }

    private static async Task<ScanResult> MakeAsync(StoreSetup beside, ExportContent? export, string reason, CancellationToken ct)
    {
        using LiteStore store = new(beside);
        await store.OpenAsync(ct).ConfigureAwait(false);
        return await store.DoAsync(
            session =>
            {
                if (export is not null)
                    StoreImport.Fill(session, export, beside.Time.GetUtcNow());
                ScanResult restored = session.Scan(session.Head);
                session.EnterSafeMode(reason);
                return restored;
            },
            ct).ConfigureAwait(false);
    }

    private static async Task<bool> IsExportAsync(string file, CancellationToken ct)
    {
        await using FileStream stream = File.OpenRead(file);
        byte[] first = new byte[1];
        return await stream.ReadAsync(first, ct).ConfigureAwait(false) == 1 && first[0] == (byte)'{';
    }

    private static ExportContent ReadExport(string file)
    {
        using StreamReader reader = new(file);
        return ExportContent.Read(reader);
    }

    private static void CopyBackup(string file, StoreSetup beside)
    {
        DurableFile.Copy(file, beside.File);
        ScanResult scan;
        try
        {
            scan = LiteSession.Look(beside.File);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            throw new StoreTransferException($"{file} is no backup of StakeBot: {unreadable.Message.TrimEnd('.')}.", unreadable);
        }
        if (scan.Problem is not null)
            throw new StoreTransferException($"The backup {file} does not verify. {scan.Problem}");
    }

    private static string Reason(string file, StoreSetup setup) => string.Create(
        CultureInfo.InvariantCulture,
        $"Restored from {Path.GetFileName(file)} on {setup.Time.GetUtcNow():yyyy-MM-dd HH:mm} UTC: what was sent after it was made is not known here.");

    // Acknowledged writes are in the data file; the log beside it, which belongs to it alone, is kept with it all the same.
    private static string? Keep(StoreSetup setup)
    {
        if (!File.Exists(setup.File))
            return null;
        string time = setup.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        string kept = Path.Combine(setup.Folder, $"stakebot-replaced-{time}.db");
        DurableFile.Copy(setup.File, kept);
        if (File.Exists(Log(setup.File)))
            DurableFile.Copy(Log(setup.File), Log(kept));
        return kept;
    }

    private static void Delete(StoreSetup unfinished)
    {
        File.Delete(unfinished.File);
        File.Delete(Log(unfinished.File));
    }

    private static string Log(string file) => Path.ChangeExtension(file, null) + "-log.db";
}
