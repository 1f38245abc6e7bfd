using StakeBot.Bot.People;

namespace StakeBot.Bot.Watching.Digests;

/// <summary>Whether a digest still has the reader whom it was settled for. Looked up each time: a role that was taken away ends it.</summary>
internal sealed class DigestReaders(IPeople people, IEnumerable<PlatformInUse> platforms)
{
    public async Task<DigestReader> FindAsync(DigestSetting setting, CancellationToken ct)
    {
        if (setting.Reader is { } id)
        {
            Person reader = await people.FindAsync(new PlatformIdentity(setting.Platform, id, id), ct);
            if (reader.Role >= Role.Viewer && reader.Id == setting.Person)
                return DigestReader.Here;
        }
        Member? member = (await people.ListAsync(ct)).FirstOrDefault(one => one.Id == setting.Person && one.Role >= Role.Viewer);
        if (member is null)
            return DigestReader.Nobody;
        // Settled before it was noted by which identity: any that he has there.
        bool isHere = setting.Reader is null
            && (LocalOwner.Platforms.Contains(setting.Platform) ? member.Id == Member.OwnerId : member.Identities.Any(identity => identity.Platform == setting.Platform));
        if (isHere)
            return DigestReader.Here;
        // Where the configuration names the owner, he is known only while it does.
        return member.Id == Member.OwnerId && platforms.Any(one => one.Platform == setting.Platform && !one.Configured) ? DigestReader.Away : DigestReader.Elsewhere;
    }
}

/// <summary>Who reads where a digest goes.</summary>
internal enum DigestReader
{
    /// <summary>The person whose it is.</summary>
    Here,

    /// <summary>He has a role, but is not known there any more.</summary>
    Elsewhere,

    /// <summary>The owner, on a platform that is not configured now. Nothing is sent until it is.</summary>
    Away,

    /// <summary>He has no role any more.</summary>
    Nobody,
}
