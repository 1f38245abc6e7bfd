using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Testing;

/// <summary>The only process there is.</summary>
public sealed class AlwaysLeads : ILeadership
{
    public Task<bool> TryHoldAsync(string name, CancellationToken ct) => Task.FromResult(true);
}
