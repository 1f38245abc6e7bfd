using System.Security.Cryptography;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>What the owner should know now, as messages for every platform on which he is known; for this machine when there is none.</summary>
internal sealed class OwnerAlerts(IPeople people, TimeProvider time)
{
    private const int IdBytes = 8;

    /// <summary>One message for each platform, to go with the transition that it tells of.</summary>
    public Task<IReadOnlyList<OutgoingMessage>> ForOwnerAsync(string text, CancellationToken ct) => ForOwnerAsync(text, null, ct);

    /// <summary>The same, leaving out a platform on which he cannot be reached.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ForOwnerAsync(string text, string? butNotOn, CancellationToken ct)
    {
        Member owner = (await people.ListAsync(ct)).Single(member => member.Id == Member.OwnerId);
        MemberIdentity[] reached = [.. owner.Identities.Where(identity => identity.Platform != butNotOn)];
        MemberIdentity[] known = reached.Length > 0 ? reached : [new MemberIdentity(ChatAddress.LocalPage.Platform, ChatAddress.LocalPage.Chat)];
        return To(known, text);
    }

    /// <summary>What another member should know now, on every platform on which he is known but one; nothing when there is none.</summary>
    public IReadOnlyList<OutgoingMessage> ForMember(Member member, string text, string butNotOn) =>
        To(member.Identities.Where(identity => identity.Platform != butNotOn), text);

    private IReadOnlyList<OutgoingMessage> To(IEnumerable<MemberIdentity> known, string text)
    {
        string id = NewId();
        return [.. known.Select(identity => Message($"alert:{id}:{identity.Platform}", identity, text))];
    }

    /// <summary>One for somebody else, where he is told.</summary>
    public OutgoingMessage For(MemberIdentity to, string text) => Message($"alert:{NewId()}:{to.Platform}", to, text);

    private static string NewId() => RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true);

    private OutgoingMessage Message(string id, MemberIdentity to, string text) => new(
        id, to.Platform, to.Id, OutgoingPriority.Alert, PeopleJson.Detail(("kind", AlertText.KindName), ("text", text)), time.GetUtcNow());
}
