using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Testing;

/// <summary>Carries changes out on a <see cref="FakeNumerai"/>, each once, and counts them.</summary>
public sealed class FakePaperStakes(FakeNumerai account) : IPaperStakes
{
    private readonly Dictionary<string, string?> _done = [];

    /// <summary>What the next changes are refused with; nothing when they are taken.</summary>
    public string? Refusal { get; set; }

    /// <summary>How many changes were applied.</summary>
    public int Applied { get; private set; }

    public Task<string?> SetAsync(string id, ModelId model, StakeSetting setting, CancellationToken ct) =>
        Once(id, Nmr.Zero, model, stake => stake is Stake.Atomic atomic ? atomic with { Setting = setting } : throw new InvalidOperationException("Not Atomic."));

    public Task<string?> ChangeAsync(string id, ModelId model, StakeChangeKind kind, Nmr amount, CancellationToken ct) =>
        Once(id, kind == StakeChangeKind.Increase ? amount : Nmr.Zero, model, stake => (stake, kind) switch
        {
            (Stake.Legacy legacy, StakeChangeKind.Decrease) => legacy with { PendingRelease = amount, ReleaseDue = Some.Moment.AddDays(30) },
            (Stake.Legacy legacy, _) => legacy with { PendingIncrease = amount },
            _ => throw new InvalidOperationException("Not Legacy."),
        });

    public Task<bool> HasHappenedAsync(string id, CancellationToken ct) => Task.FromResult(_done.ContainsKey(id));

    private Task<string?> Once(string id, Nmr fromWallet, ModelId model, Func<Stake, Stake> change)
    {
        if (_done.TryGetValue(id, out string? before))
            return Task.FromResult(before);
        if (Refusal is null)
        {
            Applied++;
            account.Snapshot = account.Snapshot with
            {
                Wallet = account.Snapshot.Wallet - fromWallet,
                Tournaments =
                [
                    .. account.Snapshot.Tournaments.Select(tournament => tournament with
                    {
                        Stakes = [.. tournament.Stakes.Select(stake => stake.Model.Id == model ? change(stake) : stake)],
                    }),
                ],
            };
            account.Version++;
        }
        _done[id] = Refusal;
        return Task.FromResult(Refusal);
    }
}
