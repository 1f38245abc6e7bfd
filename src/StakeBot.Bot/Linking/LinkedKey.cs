namespace StakeBot.Bot.Linking;

/// <summary>A key that is linked, by what may be shown of it.</summary>
/// <param name="Use">What it is used for.</param>
/// <param name="Masked">Its public id, masked.</param>
/// <param name="Username">Whose account it opens.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Since">When it was linked.</param>
public sealed record LinkedKey(KeyUse Use, string Masked, string Username, IReadOnlyList<string> Scopes, DateTimeOffset Since);

/// <summary>What came of linking a key.</summary>
public abstract record LinkOutcome
{
    private LinkOutcome()
    {
    }

    /// <summary>It is kept, encrypted.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Warnings">What its owner should know.</param>
    public sealed record Linked(LinkedKey Key, IReadOnlyList<string> Warnings) : LinkOutcome;

    /// <summary>It was not taken; nothing was kept.</summary>
    /// <param name="Reason">Why, in one sentence.</param>
    public sealed record Refused(string Reason) : LinkOutcome;
}
