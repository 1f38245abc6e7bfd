namespace StakeBot.Adapters.Web.Access;

/// <summary>The token that came with a request, after it was taken out of the request's address.</summary>
internal sealed record OfferedToken(string Value)
{
    /// <summary>Its name in the address.</summary>
    public const string Key = "token";

    // A record would print it.
    public override string ToString() => nameof(OfferedToken);
}
