using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.StoreVictim.Digesting;

/// <summary>An account in which nothing happens: one running stake.</summary>
internal sealed class StillAccount(DateTimeOffset now) : INumerai
{
    private const int OverlappingRounds = 24;
    private static readonly Model Heron = new(new ModelId("heron"), "HERON", Tournament.Signals);

    public Task<StakeSnapshot> ReadStakesAsync(CancellationToken ct)
    {
        Round round = new(Heron.Tournament, new RoundNumber(1404), RoundState.Open, now.AddHours(-2), now.AddDays(1), now.AddDays(40));
        Stake.Legacy stake = new(Heron) { Staked = new Nmr(100), PayoutPending = Nmr.Zero };
        return Task.FromResult(new StakeSnapshot(
            "aviary", now, Nmr.Zero, [new TournamentStakes(Heron.Tournament, StakingRegime.Legacy, round, OverlappingRounds, Nmr.Zero, [stake])]));
    }

    public Task<ScorePanel?> ReadScoresAsync(Tournament tournament, CancellationToken ct) => Task.FromResult<ScorePanel?>(null);

    public Task<Ledger> ReadLedgerAsync(CancellationToken ct) => Task.FromResult(Ledger.Empty);

    public Task<long> ReadVersionAsync(CancellationToken ct) => Task.FromResult(1L);
}
