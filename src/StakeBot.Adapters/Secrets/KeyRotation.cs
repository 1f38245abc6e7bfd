using System.Text.Json;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Secrets;

/// <summary>Encrypts everything anew under another master key, in one durable step: all of it, or nothing.</summary>
public sealed class KeyRotation(IStakeStore store, TimeProvider time)
{
    /// <summary>Does it.</summary>
    /// <returns>How many secrets there were; null when somebody changed one at the same moment and nothing was written.</returns>
    /// <exception cref="SecretsUnavailableException">A secret cannot be read with the old key; nothing was written.</exception>
    public async Task<int?> RotateAsync(MasterKey from, MasterKey to, CancellationToken ct)
    {
        List<RecordWrite> writes = [];
        foreach (StoredRecord record in await store.ListAsync(SecretRow.Collection, "", ct))
        {
            SecretName name = SecretRow.NameOf(record);
            Envelope anew = to.Seal(SealedSecrets.Open(from, record, name), SecretRow.BoundTo(name));
            writes.Add(new RecordWrite(record.Collection, record.Key, record.Version, SecretRow.Write(anew)));
        }
        string detail = JsonSerializer.Serialize(new RotationDetail(from.Id, to.Id, writes.Count), RotationJson.Default.RotationDetail);
        Transition rotation = new(new JournalEntry(time.GetUtcNow(), "secrets", "master-key-rotated", "stakebot", detail), writes, []);
        return await store.TryTransitionAsync(rotation, ct) ? writes.Count : null;
    }

    /// <summary>The ids of the master keys that what is kept needs.</summary>
    public async Task<IReadOnlyList<string>> KeysInUseAsync(CancellationToken ct) =>
        [.. (await store.ListAsync(SecretRow.Collection, "", ct)).Select(record => SecretRow.Read(record).KeyId).Distinct()];
}
