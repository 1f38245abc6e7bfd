using StakeBot.Adapters.Store;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Host.Doctor;

/// <summary>Whether the store opens and its journal verifies.</summary>
internal sealed class StoreCheck(Func<CancellationToken, Task<IStakeStore?>> open) : IDoctorCheck
{
    public string Name => "store";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        try
        {
            if (await open(ct) is not { } store)
                return Finding.Ok("There is none yet; the first start makes it.");
            IReadOnlyList<JournalRecord> first = await store.ReadJournalAsync(1, 1, null, ct);
            return store.SafeMode is { } reason
                ? Finding.Fail($"The store is in safe mode: {reason}", "Read what is wrong, mend it, and let the owner resume.")
                : Finding.Ok(first.Count == 0 ? "The store opens; its journal is empty." : "The store opens and its journal verifies.");
        }
        catch (FolderTakenException)
        {
            return Finding.Warn("A running StakeBot has the store, so it was not opened.", "Stop the bot and ask again, if you want it looked at.");
        }
        catch (Exception closed) when (closed is StoreStartException or StoreUnavailableException)
        {
            return Finding.Fail(closed.Message, "Look at the data folder, or restore a backup.");
        }
    }
}
