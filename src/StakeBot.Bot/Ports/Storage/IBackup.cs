namespace StakeBot.Bot.Ports.Storage;

/// <summary>A copy of everything, verified.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Records">How many records it holds.</param>
/// <param name="JournalLength">How many journal records.</param>
/// <param name="JournalHead">The newest journal record's hash.</param>
public sealed record BackupReport(string File, int Records, long JournalLength, string JournalHead);

/// <summary>Copies of the store.</summary>
public interface IBackup
{
    /// <summary>Copies everything into a folder, opens the copy and compares it with the original.</summary>
    /// <exception cref="StoreUnavailableException">It could not be written or did not verify; the store itself is untouched.</exception>
    Task<BackupReport> BackupAsync(string folder, CancellationToken ct);
}
