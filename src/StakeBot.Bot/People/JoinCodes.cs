using System.Text.Json;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>A code that was found to be right, with what it is for and the record that ends with its use.</summary>
internal sealed record ValidCode(StoredRecord Record, CodeRecord What)
{
    /// <summary>Uses it up, together with the change that it allows.</summary>
    public RecordWrite Use => new(Record.Collection, Record.Key, Record.Version, null);
}

/// <summary>One-time codes: made, checked, ended by wrong tries. Only a hash of each is kept.</summary>
internal sealed class JoinCodes(IStakeStore store, TimeProvider time)
{
    /// <summary>A code that gives somebody a role.</summary>
    public Task<JoinCode> InviteAsync(Person by, Role role, string? name, CancellationToken ct) =>
        IssueAsync(by.Identity.Key, new CodeRecord("", Gate.Name(role), name, null, null, 0, JoinCode.Tries), ct);

    /// <summary>A code that binds one more platform to a member.</summary>
    /// <param name="by">Who asked for it, as the journal names him.</param>
    /// <param name="platform">The only platform on which it works; null: any.</param>
    public Task<JoinCode> BindAsync(string by, string member, string? platform, CancellationToken ct) =>
        IssueAsync(by, new CodeRecord("", null, null, member, platform, 0, JoinCode.Tries), ct);

    /// <summary>What a code is for. A wrong one costs the code that it was a try at one of its tries; null for every reason why it does not work.</summary>
    public async Task<ValidCode?> CheckAsync(string typed, PlatformIdentity who, CancellationToken ct)
    {
        if (JoinCode.Parse(typed) is not { } code)
            return null;
        while (await store.FindAsync(PeopleJson.Codes, code.Selector, ct) is { } record)
        {
            CodeRecord kept = Read(record);
            bool expired = time.GetUtcNow().ToUnixTimeMilliseconds() >= kept.ExpiresMs;
            bool right = code.Matches(kept.CodeHash) && (kept.Platform is null || kept.Platform == who.Platform);
            if (right && !expired)
                return new ValidCode(record, kept);
            // Somebody else's try may have come in between: then look again, so that no try is left uncounted.
            if (expired || await store.TryTransitionAsync(Failed(record, kept, who), ct))
                return null;
        }
        return null;
    }

    private static CodeRecord Read(StoredRecord record) =>
        JsonSerializer.Deserialize(record.Body, PeopleJson.Default.CodeRecord) ?? throw new InvalidOperationException("The record of a code is empty.");

    private Transition Failed(StoredRecord record, CodeRecord kept, PlatformIdentity who)
    {
        int left = kept.TriesLeft - 1;
        string? body = left <= 0 ? null : JsonSerializer.Serialize(kept with { TriesLeft = left }, PeopleJson.Default.CodeRecord);
        return new Transition(
            new JournalEntry(time.GetUtcNow(), "people", left <= 0 ? "code-ended" : "code-failed", who.Key, PeopleJson.Detail()),
            [new RecordWrite(record.Collection, record.Key, record.Version, body)],
            []);
    }

    private async Task<JoinCode> IssueAsync(string by, CodeRecord what, CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<RecordWrite> writes = [.. await ExpiredAsync(now, ct)];
        while (true)
        {
            JoinCode code = JoinCode.New();
            string body = JsonSerializer.Serialize(
                what with { CodeHash = code.Hash, ExpiresMs = (now + JoinCode.Lifetime).ToUnixTimeMilliseconds() }, PeopleJson.Default.CodeRecord);
            Transition issue = new(
                new JournalEntry(now, what.Member ?? "people", "code-issued", by, PeopleJson.Detail(("for", what.Role ?? "another platform"))),
                [.. writes, new RecordWrite(PeopleJson.Codes, code.Selector, 0, body)],
                []);
            if (await store.TryTransitionAsync(issue, ct))
                return code;
            writes.Clear();
        }
    }

    private async Task<IEnumerable<RecordWrite>> ExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        from record in await store.ListAsync(PeopleJson.Codes, "", ct)
        where Read(record).ExpiresMs <= now.ToUnixTimeMilliseconds()
        select new RecordWrite(record.Collection, record.Key, record.Version, null);
}
