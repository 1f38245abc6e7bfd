using StakeBot.Bot.People;

namespace StakeBot.StoreVictim.Digesting;

/// <summary>Whoever a platform names may read, and is called by his id there.</summary>
internal sealed class EverybodyReads : IPeople
{
    public ValueTask<Person> FindAsync(PlatformIdentity identity, CancellationToken ct) => ValueTask.FromResult(new Person(identity, Role.Viewer) { Id = identity.Id });

    public Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Member>>([new Member(Member.OwnerId, "the owner", Role.Owner, [])]);
}
