using CsCheck;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Proposals.Planning;

public sealed class StakePlannerTests
{
    private const int Overlap = 64;

    private static readonly HashSet<ModelId> Nobody = [];
    private static readonly PlanLimits Free = new() { TurnoverLimit = 100 };

    [Fact]
    public void Decreases_come_before_increases_and_the_larger_first()
    {
        StakePlan plan = StakePlanner.Plan(Account(idle: 200), Target(("A", 32), ("B", 160), ("G", 5), ("T", 60)), Free, Nobody);
        Assert.Equal(["A", "G", "B", "T"], plan.Changes.Select(change => change.Model.Name));
        Assert.Equal(64m + 15 + 96 + 10, plan.Turnover.Amount);
    }

    [Fact]
    public void A_lowered_compound_setting_goes_to_fixed_and_a_raised_one_stays()
    {
        StakePlan plan = StakePlanner.Plan(Account(idle: 200), Target(("A", 32), ("B", 128)), Free, Nobody);
        StakeChange.Setting[] changes = [.. plan.Changes.Cast<StakeChange.Setting>()];
        Assert.Equal((0.5m, StakeMode.Constant), (changes[0].After.PerRound.Amount, changes[0].After.Mode));
        Assert.Equal((2m, StakeMode.Compound), (changes[1].After.PerRound.Amount, changes[1].After.Mode));
    }

    [Fact]
    public void Models_within_the_band_stay_unless_they_break_a_limit()
    {
        PlanLimits band = Free with { NoTradeBand = 0.05 };
        Assert.Empty(StakePlanner.Plan(Account(), Target(("A", 90), ("G", 21)), band, Nobody).Changes);
        StakePlan plan = StakePlanner.Plan(Account(), Target(("A", 90), ("G", 21)), band, new HashSet<ModelId> { Some.Model("A").Id });
        Assert.Equal(["A"], plan.Changes.Select(change => change.Model.Name));
    }

    [Fact]
    public void Above_the_turnover_limit_every_change_is_smaller_in_proportion()
    {
        StakeSnapshot account = Account(idle: 200);
        StakePlan whole = StakePlanner.Plan(account, Target(("A", 32), ("G", 5)), Free, Nobody);
        StakePlan half = StakePlanner.Plan(account, Target(("A", 32), ("G", 5)), Free with { TurnoverLimit = whole.Turnover.ShareOf(account.Equity) / 2 }, Nobody);
        Assert.Equal(0.5, half.TurnoverScale, 6);
        Assert.InRange(half.Turnover.Amount, whole.Turnover.Amount / 2 - 1.3m, whole.Turnover.Amount / 2);
    }

    [Fact]
    public void Only_NMR_that_has_arrived_is_spent_and_the_rest_waits()
    {
        StakePlan plan = StakePlanner.Plan(Account(wallet: 8), Target(("G", 40), ("T", 60)), Free with { WalletFloor = new Nmr(2) }, Nobody);
        Assert.True(plan.FromWallet.Amount is <= 6 and > 5.9m);
        Assert.Equal(2, plan.Later.Count);
        Assert.Equal(30m, plan.FromWallet.Amount + plan.Later.Select(step => step.Amount).Total.Amount, 1);
    }

    [Fact]
    public void A_strategy_locks_no_more_than_lies_in_it()
    {
        StakePlan plan = StakePlanner.Plan(Account(idle: 10), Target(("A", 200), ("B", 200)), Free, Nobody);
        Assert.InRange(plan.Turnover.Amount, 8m, 10m);
        Assert.All(plan.Later, step => Assert.Contains("deposit", step.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void What_waits_to_be_claimed_is_not_spent_and_stays_equity()
    {
        StakeSnapshot account = Account(wallet: 8, idle: 10);
        StakeSnapshot claimable = account with
        {
            Tournaments = [account.Tournaments[0] with { Unclaimed = new UnclaimedStakes("0xA5", new Nmr(500), 9, new RoundNumber(20)) }, account.Tournaments[1]],
        };
        Dictionary<ModelId, Nmr> target = Target(("A", 200), ("B", 200), ("G", 40), ("T", 60));
        StakePlan without = StakePlanner.Plan(account, target, Free, Nobody);

        StakePlan plan = StakePlanner.Plan(claimable, target, Free, Nobody);

        Assert.Equal(without.Changes, plan.Changes);
        Assert.Equal(without.Later.Select(step => (step.Model, step.Amount, step.Due)), plan.Later.Select(step => (step.Model, step.Amount, step.Due)));
        Assert.Contains(plan.Later, step => step.Why == "the Classic strategy holds no more NMR, 500.00 NMR wait to be claimed; deposit some first");
        Assert.True(plan.FromWallet.Amount <= 8);
        Assert.Equal(claimable.Equity, plan.After(claimable).Equity);
    }

    [Fact]
    public void What_is_on_its_way_is_left_alone()
    {
        StakeSnapshot account = With(Account(), stake => stake is Stake.Legacy legacy && legacy.Model.Name == "G" ? legacy with { PendingRelease = new Nmr(1) } : stake);
        StakePlan plan = StakePlanner.Plan(account, Target(("G", 0)), Free, Nobody);
        Assert.Empty(plan.Changes);
        Assert.Equal("G", Assert.Single(plan.LeftAlone).Model.Name);
    }

    [Fact]
    public void Afterwards_equity_is_the_same_and_the_stakes_are_those_of_the_plan()
    {
        StakeSnapshot account = Account(idle: 200);
        StakePlan plan = StakePlanner.Plan(account, Target(("A", 32), ("B", 160), ("G", 5)), Free, Nobody);
        StakeSnapshot after = plan.After(account);
        Assert.Equal(account.Equity, after.Equity);
        Assert.All(plan.Changes, change => Assert.Equal(change.To, after.Stakes.First(stake => stake.Model.Id == change.Model.Id).Exposure));
    }

    [Fact]
    public void Whatever_the_target_no_rule_of_a_plan_is_broken() =>
        Gen.Select(Gen.Double[0, 400].Array[4], Gen.Double[0, 60], Gen.Double[0, 200], Gen.Double[0.01, 2], Gen.Double[0, 0.2]).Sample((wanted, wallet, idle, turnover, band) =>
        {
            StakeSnapshot account = Account(decimal.Round((decimal)wallet, 4), decimal.Round((decimal)idle, 4));
            PlanLimits limits = new() { TurnoverLimit = turnover, NoTradeBand = band };
            StakePlan plan = StakePlanner.Plan(account, Target(("A", wanted[0]), ("B", wanted[1]), ("G", wanted[2]), ("T", wanted[3])), limits, Nobody);

            var rounding = new Nmr(0.01m * Overlap * plan.Changes.Count(change => change is StakeChange.Setting { Lowers: true }));
            Assert.True(plan.Turnover <= account.Equity.Times(turnover) + rounding);
            Assert.True(plan.FromWallet <= account.Wallet);
            Assert.Equal(plan.Changes.OrderBy(change => change.Lowers ? 0 : 1), plan.Changes);
            Assert.All(plan.Changes, change => Assert.True(change.Moved >= limits.SmallestChange && change.To >= Nmr.Zero));
            TournamentStakes classic = account.Tournaments[0];
            Nmr locked = classic.Stakes.Select(stake => plan.Changes.FirstOrDefault(change => change.Model.Id == stake.Model.Id)?.To ?? ((Stake.Atomic)stake).AtFullRun).Total;
            Assert.True(locked <= Nmr.Max(classic.Locked + classic.Idle, classic.Stakes.Cast<Stake.Atomic>().Select(stake => stake.AtFullRun).Total));
        });

    private static StakeSnapshot Account(decimal wallet = 50, decimal idle = 100) => new(
        "test",
        Some.Moment,
        new Nmr(wallet),
        [
            new TournamentStakes(Tournament.Classic, StakingRegime.Atomic, Some.Round(84), Overlap, new Nmr(idle), [Atomic("A", 1.5m), Atomic("B", 1.0m)]),
            new TournamentStakes(
                Tournament.Signals, StakingRegime.Legacy, Some.Round(84, Tournament.Signals), Overlap, Nmr.Zero, [Some.LegacyStake("G", 20), Some.LegacyStake("T", 50)]),
        ]);

    private static Stake.Atomic Atomic(string name, decimal perRound) => new(Some.Model(name))
    {
        Setting = new StakeSetting(new Nmr(perRound), StakeMode.Compound, true),
        InRounds = new Nmr(perRound * Overlap),
        OpenRounds = Overlap,
        OverlappingRounds = Overlap,
        PayoutPending = Nmr.Zero,
    };

    private static StakeSnapshot With(StakeSnapshot account, Func<Stake, Stake> change) => account with
    {
        Tournaments = [.. account.Tournaments.Select(tournament => tournament with { Stakes = [.. tournament.Stakes.Select(change)] })],
    };

    private static Dictionary<ModelId, Nmr> Target(params (string Model, double Amount)[] wanted)
    {
        StakeSnapshot account = Account();
        return wanted.ToDictionary(
            one => account.Stakes.First(stake => stake.Model.Name == one.Model).Model.Id,
            one => new Nmr(decimal.Round((decimal)one.Amount, 6)));
    }
}
