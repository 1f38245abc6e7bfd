using System.Text.Json;
using StakeBot.Bot.People;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Bot.Linking;

/// <summary>Keys of Numerai's interface: checked, judged, kept encrypted, given out, taken away.</summary>
/// <exception cref="StoreUnavailableException">Every method: the store cannot be used now.</exception>
public sealed class KeyLinking
{
    private static readonly LinkOutcome.Refused Raced = new("Somebody else changed this key at the same moment. Look at /link status and try again.");

    private readonly IStakeStore _store;
    private readonly ISecretVault _vault;
    private readonly IKeyCheck _check;
    private readonly OwnerAlerts _alerts;
    private readonly TimeProvider _time;

    internal KeyLinking(IStakeStore store, ISecretVault vault, IKeyCheck check, OwnerAlerts alerts, TimeProvider time)
    {
        _store = store;
        _vault = vault;
        _check = check;
        _alerts = alerts;
        _time = time;
    }

    /// <summary>Asks Numerai what a key may do and, if it fits its use, keeps it instead of the one before.</summary>
    /// <param name="actor">Who brought it, as the journal names him.</param>
    /// <exception cref="NumeraiUnavailableException">Numerai did not answer; nothing was kept.</exception>
    /// <exception cref="SecretsUnavailableException">There is no master key; nothing was kept.</exception>
    public async Task<LinkOutcome> LinkAsync(KeyUse use, NumeraiKey key, string actor, CancellationToken ct)
    {
        if (NumeraiKey.Fault(key.PublicId, key.SecretKey) is { } fault)
            return new LinkOutcome.Refused(fault);
        if (await _check.CheckAsync(key, ct) is not { } facts)
            return new LinkOutcome.Refused("Numerai does not take this key. Check both parts, or make a new one.");
        ScopeVerdict verdict = ScopeVerdict.Of(use, facts);
        if (verdict.Refusal is { } refusal)
            return new LinkOutcome.Refused(refusal);
        foreach (LinkedKey other in await StatusAsync(ct))
        {
            if (other.Use != use && other.Username != facts.Username)
                return new LinkOutcome.Refused($"This key opens the account {facts.Username}, the {other.Use.Word} key opens {other.Username}. One StakeBot watches one account: revoke the other first.");
        }
        LinkedKey linked = new(use, key.Masked, facts.Username, facts.Scopes, _time.GetUtcNow());
        return await KeepAsync(linked, key, actor, ct) ? new LinkOutcome.Linked(linked, verdict.Warnings) : Raced;
    }

    /// <summary>The keys that are linked, by what may be shown of them.</summary>
    public async Task<IReadOnlyList<LinkedKey>> StatusAsync(CancellationToken ct)
    {
        List<LinkedKey> linked = [];
        foreach (KeyUse use in Enum.GetValues<KeyUse>())
        {
            if (await _store.FindAsync(LinkJson.Links, use.Word, ct) is { } record)
                linked.Add(Read(use, record));
        }
        return linked;
    }

    /// <summary>When the newest of the linked keys was linked; null when none is.</summary>
    public async Task<DateTimeOffset?> NewestSinceAsync(CancellationToken ct) => (await StatusAsync(ct)).Max(key => (DateTimeOffset?)key.Since);

    /// <summary>A key, for whoever speaks to Numerai with it; null when none is linked.</summary>
    /// <exception cref="SecretsUnavailableException">It cannot be decrypted now.</exception>
    public async Task<NumeraiKey?> KeyAsync(KeyUse use, CancellationToken ct)
    {
        if (await _vault.GetAsync(use.SecretName, ct) is not { } joined)
            return null;
        return NumeraiKey.Split(joined) ?? throw new SecretsUnavailableException($"The {use.Word} key is kept in a form that I do not know. Link it again.");
    }

    /// <summary>Forgets a key. At Numerai it lives on until it is deleted there.</summary>
    /// <returns>The key that was forgotten; null when there was none.</returns>
    public async Task<LinkedKey?> RevokeAsync(KeyUse use, string actor, CancellationToken ct)
    {
        if (await _store.FindAsync(LinkJson.Links, use.Word, ct) is not { } record)
            return null;
        LinkedKey key = Read(use, record);
        Transition forget = await TransitionAsync("key-revoked", key, actor, new RecordWrite(record.Collection, record.Key, record.Version, null), ct);
        return await _vault.RemoveAsync(use.SecretName, forget, ct) ? key : null;
    }

    private static LinkedKey Read(KeyUse use, StoredRecord record)
    {
        LinkRecord kept = JsonSerializer.Deserialize(record.Body, LinkJson.Default.LinkRecord)
            ?? throw new InvalidOperationException("The record of a linked key is empty.");
        return new LinkedKey(use, kept.Masked, kept.Username, kept.Scopes, DateTimeOffset.FromUnixTimeMilliseconds(kept.SinceMs));
    }

    private async Task<bool> KeepAsync(LinkedKey linked, NumeraiKey key, string actor, CancellationToken ct)
    {
        StoredRecord? before = await _store.FindAsync(LinkJson.Links, linked.Use.Word, ct);
        string body = JsonSerializer.Serialize(
            new LinkRecord(linked.Masked, linked.Username, linked.Scopes, linked.Since.ToUnixTimeMilliseconds()), LinkJson.Default.LinkRecord);
        RecordWrite write = new(LinkJson.Links, linked.Use.Word, before?.Version ?? 0, body);
        return await _vault.PutAsync(linked.Use.SecretName, key.Joined, await TransitionAsync("key-linked", linked, actor, write, ct), ct);
    }

    private async Task<Transition> TransitionAsync(string happened, LinkedKey key, string actor, RecordWrite write, CancellationToken ct)
    {
        string text = happened == "key-linked"
            ? $"The {key.Use.Word} key {key.Masked} of the account {key.Username} was linked by {actor}."
            : $"The {key.Use.Word} key {key.Masked} of the account {key.Username} was forgotten here, by {actor}. At Numerai it lives on until it is deleted there.";
        Dictionary<string, string> detail = new() { ["key"] = key.Masked, ["username"] = key.Username, ["scopes"] = string.Join(' ', key.Scopes) };
        JournalEntry entry = new(_time.GetUtcNow(), $"key:{key.Use.Word}", happened, actor, JsonSerializer.Serialize(detail, LinkJson.Default.DictionaryStringString));
        return new Transition(entry, [write], await _alerts.ForOwnerAsync(text, ct));
    }
}
