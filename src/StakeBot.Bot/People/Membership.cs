using System.Security.Cryptography;
using System.Text.Json;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>Changes who has which role: each change in one durable step with its journal record and with a message to the owner.</summary>
internal sealed class Membership(IStakeStore store, IPeople people, JoinCodes codes, OwnerAlerts alerts, RateLimits limits, TimeProvider time)
{
    private const string CodeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int IdLength = 13;

    private static readonly PeopleOutcome.Refused Raced = new("Somebody changed this at the same moment. Look at /people list and try again.");

    /// <summary>Uses a code: gives a stranger a role, or binds one more platform to a member.</summary>
    public async Task<PeopleOutcome> RedeemAsync(Person who, string typed, CancellationToken ct)
    {
        if (!limits.HasRoom(who.Identity.Key, Rate.WrongCodes))
            return new PeopleOutcome.Refused("You have tried too many codes. Wait a day, then ask the owner for a new one.");
        if (LocalOwner.Is(who.Identity))
            return new PeopleOutcome.Refused("You sit at the bot's own machine and are the owner already. Send the code on the platform that it is for.");
        if (who.Role > Role.Anyone)
            return new PeopleOutcome.Refused($"I know you already: you are {PlainText.Name(who.Name)}, {Gate.Name(who.Role)}.");
        if (await codes.CheckAsync(typed, who.Identity, ct) is not { } code)
        {
            limits.Take(who.Identity.Key, Rate.WrongCodes);
            return new PeopleOutcome.Refused("That code does not work: it is wrong, used up, meant for another platform, or older than 10 minutes. Ask for a new one.");
        }
        return code.What.Member is { } member
            ? await BindAsync(who.Identity, code, member, ct)
            : await JoinAsync(who.Identity, code, ct);
    }

    /// <summary>Gives a member another role; at once.</summary>
    public async Task<PeopleOutcome> ChangeRoleAsync(Person by, string name, Role role, CancellationToken ct)
    {
        (StoredRecord Record, Member Member)? found = await FindAsync(name, ct);
        if (found is not var (record, member))
            return NoSuch(name);
        if (member.Role == Role.Owner)
            return new PeopleOutcome.Refused("The owner stays the owner.");
        if (member.Role == role)
            return new PeopleOutcome.Refused($"{member.Name} is {Gate.Name(role)} already.");
        string text = $"{member.Name} was {Gate.Name(member.Role)} and is {Gate.Name(role)} now.";
        return await ChangeAsync(by.Identity, member.Id, "role-changed", text, [Write(record, member with { Role = role })], ct);
    }

    /// <summary>Takes a member's role and identities away; at once.</summary>
    public async Task<PeopleOutcome> RemoveAsync(Person by, string name, CancellationToken ct)
    {
        (StoredRecord Record, Member Member)? found = await FindAsync(name, ct);
        if (found is not var (record, member))
            return NoSuch(name);
        if (member.Role == Role.Owner)
            return new PeopleOutcome.Refused("The owner stays the owner. /people unbind takes one platform from him.");
        List<RecordWrite> writes = [new RecordWrite(record.Collection, record.Key, record.Version, null)];
        foreach (MemberIdentity identity in member.Identities)
            writes.Add(await ReleaseAsync(identity, ct));
        return await ChangeAsync(by.Identity, member.Id, "person-removed", $"{member.Name} was {Gate.Name(member.Role)} and has no role any more.", writes, ct);
    }

    /// <summary>Takes one of his platforms from the person who asks.</summary>
    public async Task<PeopleOutcome> UnbindAsync(Person by, string platform, CancellationToken ct)
    {
        StoredRecord? record = await store.FindAsync(PeopleJson.Members, by.Id, ct);
        Member? member = record is null ? null : Roster.Read(record);
        if (member?.Identities.FirstOrDefault(one => one.Platform.Equals(platform, StringComparison.OrdinalIgnoreCase)) is not { } identity)
            return new PeopleOutcome.Refused($"You have bound no {PlainText.Name(platform)}.");
        if (member.Identities.Count == 1 && member.Role != Role.Owner)
            return new PeopleOutcome.Refused("It is the only platform that I know you by. The owner can remove you.");
        RecordWrite[] writes = [Write(record!, member with { Identities = [.. member.Identities.Where(one => one != identity)] }), await ReleaseAsync(identity, ct)];
        return await ChangeAsync(by.Identity, member.Id, "identity-unbound", $"{member.Name} is not known on {identity.Platform} any more.", writes, ct);
    }

    private async Task<PeopleOutcome> JoinAsync(PlatformIdentity who, ValidCode code, CancellationToken ct)
    {
        IReadOnlyList<Member> others = await people.ListAsync(ct);
        string name = MemberName.Free(code.What.Name ?? who.DisplayName, others);
        Role role = Roles.Of(code.What.Role!) ?? throw new InvalidOperationException("A code without a role.");
        string id = RandomNumberGenerator.GetString(CodeAlphabet, IdLength);
        Member member = new(id, name, role, [new MemberIdentity(who.Platform, who.Id)]);
        RecordWrite[] writes = [code.Use, new RecordWrite(PeopleJson.Members, id, 0, Body(member)), Take(who, id)];
        return await ChangeAsync(who, id, "person-joined", $"{name} ({who.Platform} {PlainText.Name(who.Id)}) joined as {Gate.Name(role)}.", writes, ct);
    }

    private async Task<PeopleOutcome> BindAsync(PlatformIdentity who, ValidCode code, string id, CancellationToken ct)
    {
        StoredRecord? record = await store.FindAsync(PeopleJson.Members, id, ct);
        if (record is null && id != Member.OwnerId)
            return new PeopleOutcome.Refused("The person whom this code is for has no role any more.");
        Member member = record is null ? new Member(id, MemberName.Free(who.DisplayName, []), Role.Owner, []) : Roster.Read(record);
        if (member.Identities.Any(one => one.Platform == who.Platform))
            return new PeopleOutcome.Refused($"{member.Name} is known on {who.Platform} by another id. /people unbind {who.Platform} takes that one away first.");
        Member bound = member with { Identities = [.. member.Identities, new MemberIdentity(who.Platform, who.Id)] };
        RecordWrite[] writes = [code.Use, new RecordWrite(PeopleJson.Members, id, record?.Version ?? 0, Body(bound)), Take(who, id)];
        string text = $"{member.Name}, {Gate.Name(member.Role)}, is now also known as {who.Platform} {PlainText.Name(who.Id)}.";
        return await ChangeAsync(who, id, "identity-bound", text, writes, ct);
    }

    private async Task<PeopleOutcome> ChangeAsync(
        PlatformIdentity by, string subject, string happened, string text, IReadOnlyList<RecordWrite> writes, CancellationToken ct)
    {
        IReadOnlyList<OutgoingMessage> told = await alerts.ForOwnerAsync($"{text} By {by.Key}.", ct);
        Transition change = new(new JournalEntry(time.GetUtcNow(), subject, happened, by.Key, PeopleJson.Detail(("text", text))), writes, told);
        return await store.TryTransitionAsync(change, ct) ? new PeopleOutcome.Done(text) : Raced;
    }

    private async Task<(StoredRecord Record, Member Member)?> FindAsync(string name, CancellationToken ct)
    {
        foreach (StoredRecord record in await store.ListAsync(PeopleJson.Members, "", ct))
        {
            Member member = Roster.Read(record);
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return (record, member);
        }
        return null;
    }

    private static PeopleOutcome.Refused NoSuch(string name) => new($"Nobody here is called {PlainText.Name(name)}. /people list shows the names.");

    private static RecordWrite Write(StoredRecord record, Member member) => new(record.Collection, record.Key, record.Version, Body(member));

    private static string Body(Member member) => JsonSerializer.Serialize(
        new MemberRecord(member.Name, Gate.Name(member.Role), [.. member.Identities.Select(one => new IdentityRecord(one.Platform, one.Id))]),
        PeopleJson.Default.MemberRecord);

    private static RecordWrite Take(PlatformIdentity who, string id) =>
        new(PeopleJson.Identities, who.Key, 0, JsonSerializer.Serialize(new OwnershipRecord(id), PeopleJson.Default.OwnershipRecord));

    private async Task<RecordWrite> ReleaseAsync(MemberIdentity identity, CancellationToken ct)
    {
        StoredRecord record = await store.FindAsync(PeopleJson.Identities, identity.Key, ct)
            ?? throw new InvalidOperationException($"{identity.Key} belongs to nobody although a member has it.");
        return new RecordWrite(record.Collection, record.Key, record.Version, null);
    }
}
