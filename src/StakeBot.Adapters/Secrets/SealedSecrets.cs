using System.Security.Cryptography;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Adapters.Secrets;

/// <summary>Secrets in the store, each in its own envelope under the master key.</summary>
internal sealed class SealedSecrets(IStakeStore store, MasterKeySource source) : ISecretVault
{
    public async Task<bool> PutAsync(SecretName name, Secret secret, Transition with, CancellationToken ct)
    {
        StoredRecord? before = await store.FindAsync(SecretRow.Collection, name.Key, ct);
        string body = SecretRow.Write(Key().Seal(secret.Reveal(), SecretRow.BoundTo(name)));
        RecordWrite write = new(SecretRow.Collection, name.Key, before?.Version ?? 0, body);
        return await store.TryTransitionAsync(with with { Writes = [.. with.Writes, write] }, ct);
    }

    public async Task<Secret?> GetAsync(SecretName name, CancellationToken ct)
    {
        if (await store.FindAsync(SecretRow.Collection, name.Key, ct) is not { } record)
            return null;
        return new Secret(Open(Key(), record, name));
    }

    public async Task<bool> RemoveAsync(SecretName name, Transition with, CancellationToken ct)
    {
        if (await store.FindAsync(SecretRow.Collection, name.Key, ct) is not { } record)
            return false;
        RecordWrite write = new(record.Collection, record.Key, record.Version, null);
        return await store.TryTransitionAsync(with with { Writes = [.. with.Writes, write] }, ct);
    }

    public async Task<IReadOnlyList<SecretName>> ListAsync(string account, CancellationToken ct) =>
        [.. (await store.ListAsync(SecretRow.Collection, $"{account}/", ct)).Select(SecretRow.NameOf)];

    /// <summary>The text of a row.</summary>
    /// <exception cref="SecretsUnavailableException">It is another key's, or was tampered with.</exception>
    internal static string Open(MasterKey key, StoredRecord record, SecretName name)
    {
        Envelope envelope = SecretRow.Read(record);
        if (envelope.KeyId != key.Id)
            throw new SecretsUnavailableException($"The secret {name.Key} was encrypted with the master key {envelope.KeyId}; the one at hand is {key.Id}. Give me the other, or link the key again.");
        try
        {
            return key.Open(envelope, SecretRow.BoundTo(name));
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new SecretsUnavailableException($"The secret {name.Key} was changed where it is kept, and cannot be read. Link the key again.", changed);
        }
    }

    private MasterKey Key()
    {
        try
        {
            return source.Find()?.Key ?? throw new SecretsUnavailableException(MasterKeySource.HowToMakeOne);
        }
        catch (MasterKeyException unusable)
        {
            throw new SecretsUnavailableException(unusable.Message, unusable);
        }
    }
}
