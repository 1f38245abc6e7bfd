using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store;

/// <summary>Who has the data folder has every role: there is no other process.</summary>
internal sealed class FolderLeadership(FolderLock folder) : ILeadership
{
    public Task<bool> TryHoldAsync(string name, CancellationToken ct) => Task.FromResult(folder.IsHeld);
}
