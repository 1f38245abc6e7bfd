namespace StakeBot.Bot.People;

/// <summary>A code with which the owner makes himself known on a platform. It belongs on the console and nowhere else.</summary>
/// <param name="Platform">The only platform on which it works.</param>
/// <param name="Code">The code.</param>
public sealed record ClaimCode(string Platform, string Code)
{
    // A record would print it.
    public override string ToString() => nameof(ClaimCode);
}

/// <summary>Makes codes for the platforms on which nobody is known as the owner yet.</summary>
public sealed class OwnerClaim
{
    private readonly JoinCodes _codes;
    private readonly IPeople _people;
    private readonly PlatformInUse[] _platforms;

    internal OwnerClaim(IPeople people, IEnumerable<PlatformInUse> platforms, JoinCodes codes)
    {
        _people = people;
        _platforms = [.. platforms];
        _codes = codes;
    }

    /// <summary>A code for each platform that has none as its owner; they work for ten minutes.</summary>
    public async Task<IReadOnlyList<ClaimCode>> IssueAsync(CancellationToken ct)
    {
        Member owner = (await _people.ListAsync(ct)).Single(member => member.Id == Member.OwnerId);
        List<ClaimCode> issued = [];
        foreach (PlatformInUse platform in _platforms.Where(one => one.Configured && owner.Identities.All(known => known.Platform != one.Platform)))
            issued.Add(new ClaimCode(platform.Platform, (await _codes.BindAsync("stakebot", Member.OwnerId, platform.Platform, ct)).Shown()));
        return issued;
    }
}
