using System.Text.Json;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>
/// Who has which role, out of the store. Whoever sits at this machine, and whomever the configuration names, is the owner without an entry.
/// </summary>
internal sealed class Roster(IEnumerable<PlatformInUse> platforms, IStakeStore store) : IPeople
{
    private const string OwnersName = "the owner";

    private readonly PlatformInUse[] _platforms = [.. platforms];

    public async ValueTask<Person> FindAsync(PlatformIdentity identity, CancellationToken ct)
    {
        if (LocalOwner.Is(identity) || _platforms.Any(platform => platform.Names(identity)))
            return Owner(identity, await MemberAsync(Member.OwnerId, ct));
        if (await OwnershipAsync(identity.Key, ct) is not { } owned || await MemberAsync(owned.Member, ct) is not { } member)
            return new Person(identity, Role.Anyone);
        return new Person(identity, member.Role) { Id = member.Id, Name = member.Name };
    }

    public async Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct)
    {
        IReadOnlyList<StoredRecord> records = await store.ListAsync(PeopleJson.Members, "", ct);
        Member[] members = [.. records.Select(Read)];
        Member owner = members.FirstOrDefault(member => member.Id == Member.OwnerId) ?? new Member(Member.OwnerId, OwnersName, Role.Owner, []);
        return
        [
            owner with { Identities = [.. owner.Identities.Union(NamedInConfiguration())] },
            .. members.Where(member => member.Id != Member.OwnerId).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>A member out of his record.</summary>
    internal static Member Read(StoredRecord record)
    {
        MemberRecord kept = JsonSerializer.Deserialize(record.Body, PeopleJson.Default.MemberRecord)
            ?? throw new InvalidOperationException($"The record of {record.Key} is empty.");
        Role role = Roles.Of(kept.Role) ?? throw new InvalidOperationException($"The record of {record.Key} has no role.");
        return new Member(record.Key, kept.Name, role, [.. kept.Identities.Select(identity => new MemberIdentity(identity.Platform, identity.Id))]);
    }

    private static Person Owner(PlatformIdentity identity, Member? kept) =>
        new(identity, Role.Owner) { Id = Member.OwnerId, Name = kept?.Name ?? OwnersName };

    private IEnumerable<MemberIdentity> NamedInConfiguration() =>
        _platforms.Where(platform => platform is { Configured: true, OwnerId: not null }).Select(platform => new MemberIdentity(platform.Platform, platform.OwnerId!));

    private async ValueTask<OwnershipRecord?> OwnershipAsync(string key, CancellationToken ct) =>
        await store.FindAsync(PeopleJson.Identities, key, ct) is { } record
            ? JsonSerializer.Deserialize(record.Body, PeopleJson.Default.OwnershipRecord)
            : null;

    private async ValueTask<Member?> MemberAsync(string id, CancellationToken ct) =>
        await store.FindAsync(PeopleJson.Members, id, ct) is { } record ? Read(record) : null;
}
