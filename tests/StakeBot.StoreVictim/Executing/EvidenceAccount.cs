using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.StoreVictim.Executing;

/// <summary>One Legacy model's account as the staking interface tells it: all that the execution of a change looks at, and cheap to read.</summary>
internal sealed class EvidenceAccount(ILegacyStakes stakes, Model model) : INumerai
{
    public const string Name = "aviary";

    private const int OverlappingRounds = 24;
    private static readonly RoundNumber Newest = new(1404);

    public async Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct)
    {
        StakeEvidence read = await stakes.ReadAsync(model, ct);
        PendingStakeChange? pending = read.Pending ?? (read.Scheduled.Count > 0 ? read.Scheduled[0] : null);
        Stake.Legacy stake = new(model)
        {
            Staked = read.Staked,
            PendingRelease = pending?.Kind == StakeChangeKind.Decrease ? pending.Amount : Nmr.Zero,
            PendingIncrease = pending?.Kind == StakeChangeKind.Increase ? pending.Amount : Nmr.Zero,
            PayoutPending = Nmr.Zero,
        };
        Round round = new(model.Tournament, Newest, RoundState.Open, read.ReadAt.AddHours(-2), read.ReadAt.AddDays(1), read.ReadAt.AddDays(40));
        return new StakeSnapshot(Name, read.ReadAt, read.Wallet, [new TournamentStakes(model.Tournament, StakingRegime.Legacy, round, OverlappingRounds, Nmr.Zero, [stake])]);
    }

    public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) => Task.FromResult<ScorePanel?>(null);

    public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => Task.FromResult(Ledger.Empty);

    public Task<long> ReadVersionAsync(CancellationToken ct) => Task.FromResult(1L);
}
