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
        string id = NewId();
        return [.. (await ConversationsAsync(butNotOn, ct)).Select(to => Message($"alert:{id}:{to.Platform}", to, text))];
    }

    /// <summary>Where the owner is told something.</summary>
    public Task<IReadOnlyList<ChatAddress>> ConversationsAsync(CancellationToken ct) => ConversationsAsync(null, ct);

    /// <summary>One for somebody else, where he is told.</summary>
    public OutgoingMessage For(MemberIdentity to, string text) => Message($"alert:{NewId()}:{to.Platform}", new ChatAddress(to.Platform, to.Id), text);

    /// <summary>What another member should know now, on every platform on which he is known but one; nothing when there is none.</summary>
    public IReadOnlyList<OutgoingMessage> ForMember(Member member, string text, string butNotOn) =>
        [.. member.Identities.Where(identity => identity.Platform != butNotOn).Select(identity => For(identity, text))];

    private async Task<IReadOnlyList<ChatAddress>> ConversationsAsync(string? butNotOn, CancellationToken ct)
    {
        Member owner = (await people.ListAsync(ct)).Single(member => member.Id == Member.OwnerId);
        ChatAddress[] reached = [.. owner.Identities.Where(identity => identity.Platform != butNotOn).Select(identity => new ChatAddress(identity.Platform, identity.Id))];
        return reached.Length > 0 ? reached : [ChatAddress.LocalPage];
    }

    private static string NewId() => RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true);

    private OutgoingMessage Message(string id, ChatAddress to, string text) => new(
        id, to.Platform, to.Chat, OutgoingPriority.Alert, PeopleJson.Detail(("kind", AlertText.KindName), ("text", text)), time.GetUtcNow());
}
