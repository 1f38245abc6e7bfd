using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Bot.People;

/// <summary>Who has which role. Read anew each time: a role that is taken away is gone at the next press.</summary>
/// <exception cref="StoreUnavailableException">Every method: who has a role cannot be read now.</exception>
public interface IPeople
{
    /// <summary>The person whom the platform says it is, with the role that he has now; <see cref="Role.Anyone"/> for a stranger.</summary>
    ValueTask<Person> FindAsync(PlatformIdentity identity, CancellationToken ct);

    /// <summary>Everybody who has a role, the owner first, then by name.</summary>
    Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct);
}
