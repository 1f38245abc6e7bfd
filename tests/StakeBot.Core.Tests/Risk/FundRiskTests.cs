using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Risk;

public sealed class FundRiskTests
{
    private static readonly RoundWindow Four = new(4, StakingRegime.Atomic);
    private static readonly double[] Calm = Wave(0.3, 0.02), Wild = Wave(1.1, 0.4);

    [Fact]
    public void Weights_are_shares_of_equity_and_those_of_twins_add_up()
    {
        FundRisk risk = Assess(Some.AtomicStake("CALM", 1, 4), Some.AtomicStake("WILD", 2, 4), Some.AtomicStake("TWIN", 3, 4));

        // 24 NMR locked, 16 idle and in the wallet.
        Assert.Equal([0.1 + 0.3, 0.2], risk.Weights, Close);
        Assert.Equal(3, risk.Checks.Count);
        Assert.Empty(risk.Unassessed);
    }

    [Fact]
    public void The_whole_loses_the_tail_of_its_windows_and_its_parts_add_up_to_it()
    {
        FundRisk risk = Assess(Some.AtomicStake("CALM", 4, 4), Some.AtomicStake("WILD", 2, 4));
        double[] windows = [.. Enumerable.Range(0, 37).Select(t => Enumerable.Range(t, 4).Sum(k => 0.4 * Calm[k] + 0.2 * Wild[k]) / 4)];

        Assert.Equal(37, risk.WindowCount);
        Assert.Equal(Cvar.Of(windows, 0.95), risk.Loss, 1e-12);
        Assert.Equal(risk.Loss, risk.Contributions.Sum(), 1e-12);
        Assert.Equal(windows.Count(w => w < 0) / 37.0, risk.Burning!.Share, 1e-12);
        Assert.Equal(0.05 * 37, risk.TailWindows, 1e-12);
    }

    [Fact]
    public void The_rule_names_the_model_that_breaks_it_first()
    {
        FundRisk risk = Assess(Some.AtomicStake("CALM", 4, 4), Some.AtomicStake("WILD", 2, 4));

        Assert.Equal(["WILD", "CALM"], risk.Checks.Select(check => check.Model.Name));
        ModelLimitCheck broken = Assert.Single(risk.Broken);
        Assert.Equal(broken.Exposure.Times(broken.LossRate), broken.Loss);
        Assert.Equal(new Nmr(0.8m), broken.Limit);
    }

    [Fact]
    public void The_burn_budget_is_a_limit_of_the_whole()
    {
        FundRisk risk = Assess(Some.AtomicStake("WILD", 5, 4));
        Assert.Equal(new Nmr(4), risk.Budget);
        Assert.Equal(risk.Loss > 0.1, risk.IsOverBudget);
        Assert.False(Assess(Some.AtomicStake("CALM", 5, 4)).IsOverBudget);
    }

    [Fact]
    public void What_is_on_its_way_counts()
    {
        Stake.Atomic growing = Some.AtomicStake("WILD", 5, 4) with { InRounds = Nmr.Zero };
        FundRisk risk = Assess(growing);
        Assert.Equal(20m / 20m, (decimal)risk.Weights[1], 12);
    }

    [Fact]
    public void A_stake_without_a_history_is_named_and_not_estimated()
    {
        FundRisk risk = Assess(Some.AtomicStake("CALM", 4, 4), Some.AtomicStake("NEW", 1, 4));
        Assert.Equal("NEW", Assert.Single(risk.Unassessed).Model.Name);
        Assert.Equal(0.4, risk.Weights.Sum(), 1e-12);
    }

    // Equity is what is locked, filled up to 40 NMR with idle and wallet where it is less.
    private static FundRisk Assess(params Stake[] stakes)
    {
        double[] twin = [.. Calm.Select((r, t) => r + (t % 9 == 0 ? 1e-5 : 0))];
        FundHistory history = FundHistory.Of([Made.Priced(Four, ("CALM", Calm), ("WILD", Wild), ("TWIN", twin))]);
        decimal locked = stakes.Sum(stake => stake.Locked.Amount);
        decimal target = locked == 0 ? 20 : 40;
        StakeSnapshot snapshot = Some.Snapshot(wallet: (target - locked) / 2, idle: (target - locked) / 2, stakes);
        return FundRisk.Assess(snapshot, history, WindowMoments.Of(history), RiskPolicy.Default);
    }

    private static double[] Wave(double frequency, double height) =>
        [.. Enumerable.Range(0, 40).Select(t => 0.002 + height * Math.Sin(frequency * t + 1))];

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-12;
}
