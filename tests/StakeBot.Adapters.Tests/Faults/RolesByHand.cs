using StakeBot.Bot.People;
using StakeBot.StoreVictim.Executing;

namespace StakeBot.Adapters.Tests.Faults;

/// <summary>The owner, two approvers of whom one may lose his role, a viewer and a stranger.</summary>
internal sealed class RolesByHand : IPeople
{
    private readonly Role[] _roles = [Role.Owner, Role.Approver, Role.Approver, Role.Viewer, Role.Anyone];

    public static int Count => 5;

    public Person Person(int number) => number == 0
        ? ProposedChange.Confirmer()
        : new Person(new PlatformIdentity("telegram", $"{number}", $"person {number}"), _roles[number]) { Id = $"p{number}" };

    /// <summary>An approver loses his role; with anybody else nothing happens.</summary>
    public void Revoke(int number)
    {
        if (_roles[number] == Role.Approver)
            _roles[number] = Role.Viewer;
    }

    public ValueTask<Person> FindAsync(PlatformIdentity identity, CancellationToken ct) =>
        ValueTask.FromResult(identity == ProposedChange.Owner ? Person(0) : Person(int.Parse(identity.Id, System.Globalization.CultureInfo.InvariantCulture)));

    public Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Member>>([new Member(Member.OwnerId, "the owner", Role.Owner, [])]);
}
