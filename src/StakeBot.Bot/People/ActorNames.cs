using StakeBot.Bot.Chat;

namespace StakeBot.Bot.People;

/// <summary>The actors of the journal as people know them; whoever has no role here any more is <c>platform:id</c>.</summary>
internal sealed class ActorNames(IPeople people)
{
    private const string Itself = "stakebot";

    /// <summary>A name for each actor.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> actors, CancellationToken ct)
    {
        Dictionary<string, string> names = [];
        foreach (string actor in actors.Distinct())
            names.Add(actor, await OfAsync(actor, ct));
        return names;
    }

    private async Task<string> OfAsync(string actor, CancellationToken ct)
    {
        if (actor == Itself)
            return "StakeBot";
        int colon = actor.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return PlainText.Name(actor);
        Person person = await people.FindAsync(new PlatformIdentity(actor[..colon], actor[(colon + 1)..], actor), ct);
        return PlainText.Name(person.Role == Role.Anyone ? actor : person.Name);
    }
}
