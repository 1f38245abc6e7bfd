using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>Notes that a platform lets the bot write to somebody no more, and tells the owner where he can still be reached.</summary>
public sealed class LostContacts
{
    private readonly OwnerAlerts _alerts;
    private readonly IPeople _people;
    private readonly IStakeStore _store;
    private readonly TimeProvider _time;

    internal LostContacts(OwnerAlerts alerts, IPeople people, IStakeStore store, TimeProvider time) =>
        (_alerts, _people, _store, _time) = (alerts, people, store, time);

    /// <summary>Notes one. Of strangers nothing is told: they may come and go.</summary>
    /// <param name="who">Who blocked the bot, or took it out of a group.</param>
    /// <param name="group">The group that it is no longer in; null: his own conversation with it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task LostAsync(PlatformIdentity who, string? group, CancellationToken ct)
    {
        Person person = await _people.FindAsync(who, ct);
        if (person.Role == Role.Anyone && group is null)
            return;
        string name = PlainText.Name(person.Name);
        string text = group is null
            ? $"{name} has blocked me on {who.Platform}: nothing reaches him there until he lets me in again."
            : $"{name} took me out of the {who.Platform} group {PlainText.Name(group)}: nothing is shown there any more.";
        JournalEntry entry = new(_time.GetUtcNow(), person.Id, "contact-lost", who.Key, PeopleJson.Detail(("text", text)));
        IReadOnlyList<OutgoingMessage> told = await _alerts.ForOwnerAsync(text, group is null && person.Role == Role.Owner ? who.Platform : null, ct);
        await _store.TryTransitionAsync(new Transition(entry, [], told), ct);
    }
}
