using System.Security.Cryptography;
using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>What the owner should know now, as messages for every platform on which he is known; for this machine when there is none.</summary>
internal sealed class OwnerAlerts(IPeople people, TimeProvider time)
{
    private const int IdBytes = 8;

    /// <summary>One message for each platform, to go with the transition that it tells of.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ForOwnerAsync(string text, CancellationToken ct)
    {
        Member owner = (await people.ListAsync(ct)).Single(member => member.Id == Member.OwnerId);
        MemberIdentity[] known = owner.Identities.Count > 0 ? [.. owner.Identities] : [new MemberIdentity(ChatAddress.LocalPage.Platform, ChatAddress.LocalPage.Chat)];
        string id = RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true);
        return [.. known.Select(identity => Message($"alert:{id}:{identity.Platform}", identity, text))];
    }

    private OutgoingMessage Message(string id, MemberIdentity to, string text) => new(
        id, to.Platform, to.Id, OutgoingPriority.Alert, PeopleJson.Detail(("kind", AlertText.KindName), ("text", text)), time.GetUtcNow());
}
