using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.StoreVictim.Executing;

/// <summary>An account of Legacy models of one tournament as the staking interface tells it: all that the execution of a change looks at, and cheap to read.</summary>
internal sealed class EvidenceAccount(ILegacyStakes stakes, params IReadOnlyList<Model> models) : INumerai
{
    public const string Name = "aviary";

    private const int OverlappingRounds = 24;
    private static readonly RoundNumber Newest = new(1404);

    public async Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct)
    {
        List<StakeEvidence> read = [];
        foreach (Model model in models)
            read.Add(await stakes.ReadAsync(model, ct));
        DateTimeOffset at = read[^1].ReadAt;
        Tournament tournament = models[0].Tournament;
        Round round = new(tournament, Newest, RoundState.Open, at.AddHours(-2), at.AddDays(1), at.AddDays(40));
        return new StakeSnapshot(
            Name, at, read[^1].Wallet, [new TournamentStakes(tournament, StakingRegime.Legacy, round, OverlappingRounds, Nmr.Zero, [.. read.Select(StakeOf)])]);
    }

    private static Stake.Legacy StakeOf(StakeEvidence read)
    {
        PendingStakeChange? pending = read.Pending ?? (read.Scheduled.Count > 0 ? read.Scheduled[0] : null);
        return new Stake.Legacy(read.Model)
        {
            Staked = read.Staked,
            PendingRelease = pending?.Kind == StakeChangeKind.Decrease ? pending.Amount : Nmr.Zero,
            PendingIncrease = pending?.Kind == StakeChangeKind.Increase ? pending.Amount : Nmr.Zero,
            PayoutPending = Nmr.Zero,
        };
    }

    public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) => Task.FromResult<ScorePanel?>(null);

    public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => Task.FromResult(Ledger.Empty);

    public Task<long> ReadVersionAsync(CancellationToken ct) => Task.FromResult(1L);
}
