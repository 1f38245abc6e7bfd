using StakeBot.Core.Allocation;
using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Tests.Backtesting;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Proposals;

public sealed class TargetPortfolioTests
{
    private static readonly FundEstimates Estimates = Three();
    private static readonly double[] NoCaps = [1, 1, 1];
    private static readonly double[] Present = [0.5, 0.2, 0];

    [Fact]
    public void What_the_caps_leave_over_stays_idle()
    {
        TargetPortfolio target = Chosen(AllocationObjective.MinRisk, [0.2, 0.1, 0.3]);

        Assert.Equal([0.2, 0.1, 0.3], target.Weights);
        Assert.Equal(0.4, target.Idle, 1e-15);
        Assert.Equal(0.6, target.Stakeable, 1e-15);
    }

    [Fact]
    public void A_cap_for_every_model_counts_beside_the_two_percent_rule()
    {
        AllocationPolicy policy = Walks.Policy(AllocationObjective.EqualWeight) with { Cap = 0.25 };

        Assert.Equal([0.1, 0.25, 0.25], Chosen(policy, [0.1, 1, 1]).Weights);
    }

    [Fact]
    public void The_least_risk_is_that_of_the_frontier()
    {
        TargetPortfolio target = Chosen(AllocationObjective.MinRisk, [0.5, 0.5, 0.5]);
        Frontier frontier = Trace(new Bounds(new double[3], [0.5, 0.5, 0.5]));

        Assert.Equal(frontier.MinRisk.Weights, target.Weights);
        Assert.Equal(0, target.Idle, 1e-12);
    }

    [Fact]
    public void The_best_ratio_without_caps_is_that_of_the_frontier_with_all_staked()
    {
        TargetPortfolio target = Chosen(AllocationObjective.BestRatio, NoCaps);

        Assert.All(Trace(Bounds.LongOnly(3)).MaxRatio!.Weights.Zip(target.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void The_best_ratio_within_caps_is_staked_until_something_binds()
    {
        TargetPortfolio target = Chosen(AllocationObjective.BestRatio, [0.2, 0.2, 0.2]);

        Assert.All(target.Weights, weight => Assert.InRange(weight, 0, 0.2 + 1e-12));
        Assert.Contains(target.Weights, weight => weight > 0.2 - 1e-12);
        double ratio = Ratio(target);
        Assert.All(Enumerable.Range(0, 500), i => Assert.True(Ratio(Other(i)) <= ratio + 1e-12));
    }

    [Fact]
    public void Risk_parity_gives_every_model_the_same_part_of_the_risk()
    {
        TargetPortfolio target = Chosen(AllocationObjective.RiskParity, NoCaps);
        double[] parts = RiskContributions.ToDeviation(Estimates.Moments.Covariance, [.. target.Weights]);

        Assert.All(parts, part => Assert.Equal(1 / 3.0, part, 1e-9));
        Assert.Equal(0, target.Idle, 1e-12);
    }

    [Fact]
    public void Risk_parity_within_a_cap_leaves_the_others_in_balance()
    {
        TargetPortfolio free = Chosen(AllocationObjective.RiskParity, NoCaps);
        int largest = free.Weights.IndexOf(free.Weights.Max());
        double[] caps = [1, 1, 1];
        caps[largest] = free.Weights[largest] / 2;

        TargetPortfolio target = Chosen(AllocationObjective.RiskParity, caps);

        double[] parts = RiskContributions.ToDeviation(Estimates.Moments.Covariance, [.. target.Weights]);
        Assert.Equal(caps[largest], target.Weights[largest], 1e-12);
        double[] others = [.. parts.Where((_, i) => i != largest)];
        Assert.Equal(others[0], others[1], 1e-9);
        Assert.True(parts[largest] < others[0]);
    }

    [Fact]
    public void The_burn_budget_makes_the_whole_portfolio_smaller()
    {
        FundEstimates worse = Of([.. Rounds().Select(row => row.Select(r => r - 0.02).ToArray())]);
        double loss = Cvar.Of(worse.History.Scenarios.OfPortfolio([1 / 3.0, 1 / 3.0, 1 / 3.0]), 0.95);
        AllocationPolicy policy = Walks.Policy(AllocationObjective.EqualWeight) with { Limits = RiskPolicy.Unlimited with { BurnBudget = loss / 2 } };

        TargetPortfolio target = Assert.IsType<TargetOutcome.Chosen>(TargetPortfolio.Of(policy, worse, NoCaps, Present)).Portfolio;

        Assert.True(loss > 0.01);
        Assert.Equal(0.5, target.BudgetScale, 1e-12);
        Assert.All(target.Weights, weight => Assert.Equal(1 / 6.0, weight, 1e-12));
        Assert.Equal(loss / 2, Cvar.Of(worse.History.Scenarios.OfPortfolio([.. target.Weights]), 0.95), 1e-12);
    }

    [Fact]
    public void The_present_stakes_are_cut_to_the_caps() =>
        Assert.Equal([0.3, 0.2, 0], Chosen(AllocationObjective.KeepPresent, [0.3, 1, 1]).Weights);

    [Fact]
    public void Without_stakes_there_is_nothing_to_keep() =>
        Assert.Contains("nothing to keep", Refused(AllocationObjective.KeepPresent, Estimates, [0, 0, 0]), StringComparison.Ordinal);

    [Fact]
    public void Without_an_expectation_there_is_no_best_ratio()
    {
        double[][] falling = [.. Rounds().Select(row => row.Select(r => r - 0.2).ToArray())];

        Assert.Contains("positive expected result", Refused(AllocationObjective.BestRatio, Of(falling), Present), StringComparison.Ordinal);
    }

    [Fact]
    public void Caps_of_nothing_let_nothing_be_staked() =>
        Assert.IsType<TargetOutcome.Refused>(TargetPortfolio.Of(Walks.Policy(AllocationObjective.EqualWeight), Estimates, [0, 0, 0], Present));

    private static TargetPortfolio Chosen(AllocationObjective objective, double[] caps) => Chosen(Walks.Policy(objective), caps);

    private static TargetPortfolio Chosen(AllocationPolicy policy, double[] caps) =>
        Assert.IsType<TargetOutcome.Chosen>(TargetPortfolio.Of(policy, Estimates, caps, Present)).Portfolio;

    private static string Refused(AllocationObjective objective, FundEstimates estimates, double[] present) =>
        Assert.IsType<TargetOutcome.Refused>(TargetPortfolio.Of(Walks.Policy(objective), estimates, NoCaps, present)).Reason;

    private static Frontier Trace(Bounds bounds) =>
        Assert.IsType<FrontierOutcome.Solved>(CriticalLine.Trace(new Moments(Estimates.Moments.Mean, Estimates.Moments.Covariance), bounds)).Frontier;

    private static double Ratio(TargetPortfolio target) => Ratio([.. target.Weights]);

    private static double Ratio(double[] weights) => Estimates.Moments.MeanOf(weights) / Estimates.Moments.DeviationOf(weights);

    // Portfolios within caps of 0.2, spread over all of them.
    private static double[] Other(int i) => [0.002 * (i % 100 + 1), 0.002 * (37 * i % 100 + 1), 0.002 * (61 * i % 100 + 1)];

    private static FundEstimates Three() => Of(Rounds());

    private static double[][] Rounds() =>
    [
        .. Enumerable.Range(0, 60).Select(t => new[]
        {
            0.02 + 0.05 * Math.Sin(1.3 * t), 0.01 + 0.02 * Math.Sin(0.7 * t + 1), 0.03 + 0.09 * Math.Cos(2.9 * t),
        }),
    ];

    private static FundEstimates Of(double[][] rounds) => FundEstimates.Of(FundHistory.Of([Walks.Priced(StakingRegime.Legacy, 2, rounds)]))!;
}
