using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Stakes;

public sealed class StakeTests
{
    [Fact]
    public void A_legacy_stake_counts_its_pending_changes()
    {
        Stake.Legacy stake = Some.LegacyStake(staked: 40) with { PendingRelease = new Nmr(5), PendingIncrease = new Nmr(3) };

        Assert.Equal(new Nmr(40), stake.Locked);
        Assert.Equal(new Nmr(38), stake.AtRisk);
        Assert.Equal(new Nmr(43), stake.Exposure);
    }

    [Fact]
    public void An_atomic_stake_is_exposed_to_what_its_setting_leads_to()
    {
        Stake.Atomic growing = Some.AtomicStake(perRound: 2, overlap: 64) with { InRounds = new Nmr(10) };
        Stake.Atomic shrinking = Some.AtomicStake(perRound: 2, overlap: 64) with { Setting = new StakeSetting(new Nmr(1), StakeMode.Constant, true) };

        Assert.Equal((new Nmr(10), new Nmr(128)), (growing.Locked, growing.Exposure));
        Assert.Equal((new Nmr(128), new Nmr(128)), (shrinking.Locked, shrinking.Exposure));
    }

    [Fact]
    public void Without_automation_nothing_new_is_staked()
    {
        StakeSetting off = new(new Nmr(2), StakeMode.Compound, false);
        Stake.Atomic stake = Some.AtomicStake(perRound: 2, overlap: 64) with { Setting = off };

        Assert.Equal(Nmr.Zero, off.AtFullRun(64));
        Assert.Equal(new Nmr(128), stake.Exposure);
    }

    [Fact]
    public void Equity_is_locked_and_idle_and_wallet()
    {
        StakeSnapshot snapshot = Some.Snapshot(wallet: 7, idle: 3, Some.AtomicStake("A", 1), Some.AtomicStake("B", 0.5m));

        Assert.Equal(new Nmr(96), snapshot.Locked);
        Assert.Equal(new Nmr(106), snapshot.Equity);
        Assert.Equal(2, snapshot.Stakes.Count());
        Assert.False(snapshot.IsEmpty);
        Assert.True(Some.Snapshot(wallet: 7).IsEmpty);
    }

    [Fact]
    public void What_waits_to_be_claimed_is_equity_and_neither_locked_nor_idle_nor_in_the_wallet()
    {
        StakeSnapshot before = Some.Snapshot(wallet: 7, idle: 3, Some.AtomicStake("A", 1));
        StakeSnapshot snapshot = before with
        {
            Tournaments = [before.Tournaments[0] with { Unclaimed = new UnclaimedStakes("0xA5", new Nmr(2.5m), 3, new RoundNumber(1340)) }],
        };

        Assert.Equal(before.Equity + new Nmr(2.5m), snapshot.Equity);
        Assert.Equal((before.Locked, before.Idle, before.Wallet), (snapshot.Locked, snapshot.Idle, snapshot.Wallet));
        Assert.Equal((new Nmr(2.5m), Nmr.Zero), (snapshot.Claimable, before.Claimable));
    }

    [Fact]
    public void The_next_round_takes_what_automated_settings_say()
    {
        Stake.Atomic off = Some.AtomicStake("C", 9) with { Setting = new StakeSetting(new Nmr(9), StakeMode.Compound, false) };
        TournamentStakes stakes = Assert.Single(Some.Snapshot(0, 0, Some.AtomicStake("A", 1), Some.AtomicStake("B", 0.5m), off).Tournaments);

        Assert.Equal(new Nmr(1.5m), stakes.NextRoundNeeds);
        Assert.Equal(Tournament.Classic, stakes.Tournament);
    }
}
