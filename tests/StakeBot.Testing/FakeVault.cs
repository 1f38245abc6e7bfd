using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Testing;

/// <summary>Secrets in memory; what goes with them goes to the store. The master key can be missing.</summary>
public sealed class FakeVault(IStakeStore store) : ISecretVault
{
    private readonly Dictionary<SecretName, Secret> _secrets = [];

    /// <summary>What every call throws; nothing when it works.</summary>
    public Exception? Fault { get; set; }

    public async Task<bool> PutAsync(SecretName name, Secret secret, Transition with, CancellationToken ct)
    {
        if (Fault is not null)
            throw Fault;
        if (!await store.TryTransitionAsync(with, ct))
            return false;
        _secrets[name] = secret;
        return true;
    }

    public Task<Secret?> GetAsync(SecretName name, CancellationToken ct) =>
        Fault is null ? Task.FromResult(_secrets.GetValueOrDefault(name)) : Task.FromException<Secret?>(Fault);

    public async Task<bool> RemoveAsync(SecretName name, Transition with, CancellationToken ct) =>
        await store.TryTransitionAsync(with, ct) && _secrets.Remove(name);

    public Task<IReadOnlyList<SecretName>> ListAsync(string account, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SecretName>>([.. _secrets.Keys.Where(name => name.Account == account)]);
}
