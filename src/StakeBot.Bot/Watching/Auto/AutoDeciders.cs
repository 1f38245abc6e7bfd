using StakeBot.Bot.Chat;
using StakeBot.Bot.People;
using StakeBot.Bot.Watching.Digests;
using StakeBot.Bot.Watching.Schedules;

namespace StakeBot.Bot.Watching.Auto;

/// <summary>Who is asked to confirm what arrives by itself: everybody who may, each outside of his own quiet hours; this machine when nobody is known.</summary>
internal sealed class AutoDeciders(IPeople people, DigestBook digests)
{
    public async Task<IReadOnlyList<AutoDecider>> ListAsync(CancellationToken ct)
    {
        List<AutoDecider> asked = [];
        foreach (Member member in (await people.ListAsync(ct)).Where(member => member.Role >= Role.Approver))
        {
            QuietHours? quiet = await digests.QuietAsync(member.Id, ct);
            asked.AddRange(member.Identities.Select(identity => new AutoDecider(identity, quiet)));
        }
        return asked.Count > 0
            ? asked
            : [new AutoDecider(new MemberIdentity(ChatAddress.LocalPage.Platform, ChatAddress.LocalPage.Chat), await digests.QuietAsync(Member.OwnerId, ct))];
    }
}

/// <summary>Somebody on one of his platforms.</summary>
/// <param name="Identity">How that platform knows him.</param>
/// <param name="Quiet">His quiet hours; null without any.</param>
internal sealed record AutoDecider(MemberIdentity Identity, QuietHours? Quiet)
{
    /// <summary>The first moment from an instant on at which it may ring for him.</summary>
    public DateTimeOffset RingsAt(DateTimeOffset at) => Quiet?.EndOf(at) ?? at;
}
