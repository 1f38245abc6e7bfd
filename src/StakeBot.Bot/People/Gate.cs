using StakeBot.Bot.Chat;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>Decides who may give which command, and how often. Denies by default.</summary>
internal sealed class Gate(IPeople people, RateLimits limits, RefusedAttempts attempts)
{
    /// <summary>The person behind an identity, with the role that he has now.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be known now; nobody is let in.</exception>
    public ValueTask<Person> AdmitAsync(PlatformIdentity identity, CancellationToken ct) => people.FindAsync(identity, ct);

    /// <summary>Counts one more. Whoever sits at this machine is not counted.</summary>
    public RateAnswer Take(Person person, Rate rate) =>
        LocalOwner.Is(person.Identity) ? RateAnswer.Allowed : limits.Take(person.Id, rate);

    /// <summary>Notes that somebody was refused something for want of a role; the owner is told of the third time.</summary>
    public Task RefusedAsync(Person person, string what, CancellationToken ct) => attempts.NoteAsync(person, PlainText.Name(what), ct);

    /// <summary>Why he may not; null when he may.</summary>
    public static string? Refusal(Person person, Role needed)
    {
        if (person.Role >= needed)
            return null;
        return person.Role == Role.Anyone
            ? "I do not know you. The owner of this StakeBot has to invite you: send me the code that he gives you with /start CODE. /whoami shows your id."
            : $"This needs the role {Name(needed)}; yours is {Name(person.Role)}.";
    }

    /// <summary>A role in words.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Anyone => "stranger",
        Role.Viewer => "viewer",
        Role.Approver => "approver",
        Role.Owner => "owner",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
