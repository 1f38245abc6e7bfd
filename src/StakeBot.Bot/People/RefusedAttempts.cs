using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>
/// Who tried what he may not. Each of the first attempts of a day is journaled, and the owner is told of the third; a flood of them fills no store.
/// </summary>
internal sealed class RefusedAttempts(OwnerAlerts alerts, RateLimits limits, TimeProvider time, IStakeStore store)
{
    private const int TellAt = 3;

    /// <summary>Notes one.</summary>
    /// <param name="person">Who was refused.</param>
    /// <param name="what">What he wanted: a command's name or a button's.</param>
    public async Task NoteAsync(Person person, string what, CancellationToken ct)
    {
        if (limits.Take(person.Id, Rate.RecordedRefusals) != RateAnswer.Allowed)
            return;
        IReadOnlyList<OutgoingMessage> told = limits.Count(person.Id, Rate.RecordedRefusals) == TellAt ? await alerts.ForOwnerAsync(Text(person, what), ct) : [];
        JournalEntry entry = new(time.GetUtcNow(), person.Id, "refused", person.Identity.Key, PeopleJson.Detail(("role", Gate.Name(person.Role)), ("what", what)));
        await store.TryTransitionAsync(new Transition(entry, [], told), ct);
    }

    private static string Text(Person person, string what)
    {
        string who = person.Role == Role.Anyone
            ? $"A stranger, {person.Identity.Platform} id {PlainText.Name(person.Identity.Id)}, who calls himself {PlainText.Name(person.Identity.DisplayName)},"
            : $"{person.Name} ({Gate.Name(person.Role)})";
        return $"{who} was refused {TellAt} times, last for {what}. Nothing was changed.";
    }
}
