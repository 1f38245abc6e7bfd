namespace StakeBot.Bot.Linking;

/// <summary>Leave to enter one key on the local page.</summary>
/// <param name="Token">What the address carries. A secret of ten minutes.</param>
/// <param name="Words">Two words that the page shows, so that its visitor knows that it is this bot's.</param>
/// <param name="Use">What the key is to be used for.</param>
/// <param name="Actor">Who asked, as the journal names him.</param>
/// <param name="Ends">When it ends.</param>
public sealed record LinkTicket(string Token, string Words, KeyUse Use, string Actor, DateTimeOffset Ends)
{
    // A record would print it.
    public override string ToString() => nameof(LinkTicket);
}
