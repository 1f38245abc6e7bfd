using CsCheck;
using StakeBot.Core.Backtesting;
using StakeBot.Core.Proposals;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Tests.Backtesting;

public sealed class BacktestProperties
{
    private static readonly Gen<AllocationPolicy> Policies = Gen.Select(
        Gen.OneOf(AllocationObjective.EqualWeight, AllocationObjective.KeepPresent, AllocationObjective.MinRisk, AllocationObjective.BestRatio,
            AllocationObjective.RiskParity),
        Gen.OneOf<Rebalancing>(
            new Rebalancing.Never(), new Rebalancing.Calendar(1), new Rebalancing.Calendar(3), new Rebalancing.Band(0.02, 2), new Rebalancing.TurnoverBudget(0.1, 1)),
        Gen.Double[0.2, 1],
        Gen.OneOf(RiskPolicy.Unlimited, RiskPolicy.Default),
        (objective, rebalance, cap, limits) => Walks.Policy(objective, rebalance) with { Cap = cap, Limits = limits, NoTradeBand = 0.01, TurnoverLimit = 0.5 });

    private static readonly Gen<(StakingRegime Regime, int Overlap, double[][] Returns)> Histories = Gen.Select(
        Gen.OneOf(StakingRegime.Legacy, StakingRegime.Atomic), Gen.Int[2, 4], Gen.Int[2, 4], Gen.Int[6, 20])
        .SelectMany((regime, overlap, models, tested) =>
            Gen.Double[-0.2, 0.25].Array[models].Array[4 * overlap + tested].Select(returns => (regime, overlap, returns)));

    [Fact]
    public void Nothing_is_made_and_nothing_is_lost() => Gen.Select(Histories, Policies).Sample((history, policy) =>
    {
        BacktestResult result = Run(history, policy);

        Assert.Equal(1 + result.Payouts - result.Burns, result.Nav[^1], 1e-12);
        Assert.All(result.Nav, value => Assert.True(value >= -1e-12, $"The fund is worth {value}."));
        Assert.InRange(result.IdleShare, 0, 1);
        Assert.Equal(result.StakeChanges == 0, result.Turnover == 0);
    });

    [Fact]
    public void What_had_not_resolved_yet_changes_nothing_earlier() => Gen.Select(Histories, Policies, Gen.Int[0, 100], Gen.Double[-0.2, 0.25].Array[100]).Sample(
        (history, policy, place, others) =>
        {
            // From this row on everything is another history; until it is resolved, R rounds later, nobody can know.
            int first = 4 * history.Overlap - 1;
            int changed = first + 1 + place % (history.Returns.Length - first - 1);
            double[][] other =
            [
                .. history.Returns.Select((row, t) => t < changed ? row : [.. row.Select((_, i) => others[(7 * t + i) % others.Length])]),
            ];

            BacktestResult one = Run(history, policy);
            BacktestResult two = Run((history.Regime, history.Overlap, other), policy);

            int known = changed - first + history.Overlap;
            Assert.Equal(one.Nav.Take(known), two.Nav.Take(known));
            Assert.Equal(one.RoundResults.Take(changed - first - 1), two.RoundResults.Take(changed - first - 1));
        });

    [Fact]
    public void A_target_knows_nothing_of_the_embargo_and_what_is_newer() => Histories.Sample(history =>
    {
        WalkForward walk = Walks.Of(history.Regime, history.Overlap, history.Returns);
        int look = history.Returns.Length - 2;
        int newest = look - history.Overlap - walk.Embargo;
        double[][] Changed(int from) =>
            [.. history.Returns.Select((row, t) => t < from ? row : [.. row.Select((r, i) => r + 0.01 * (1 + i))])];

        double[] before = walk.LookAt(look).Estimates!.Moments.SampleMean;
        double[] hidden = Walks.Of(history.Regime, history.Overlap, Changed(newest + 1)).LookAt(look).Estimates!.Moments.SampleMean;
        double[] known = Walks.Of(history.Regime, history.Overlap, Changed(newest)).LookAt(look).Estimates!.Moments.SampleMean;

        Assert.Equal(before, hidden);
        Assert.NotEqual(before, known);
    });

    [Fact]
    public void Equal_weight_that_always_suffices_is_the_plain_sum_of_its_rounds() => Histories.Sample(history =>
    {
        // With most of the fund idle every round gets its whole S, so nothing depends on what came before.
        AllocationPolicy policy = Walks.Policy(AllocationObjective.EqualWeight) with { Cap = 0.02 };
        WalkForward walk = Walks.Of(StakingRegime.Atomic, history.Overlap, history.Returns);
        HashSet<string> chosen = [.. walk.LookAt(walk.First).Estimates!.History.Models.Select(model => model.Name)];
        int[] columns = [.. Enumerable.Range(0, walk.Returns.ModelCount).Where(i => chosen.Contains(walk.Returns.Models[i].Name))];

        double sum = history.Returns[(4 * history.Overlap)..].Sum(row => columns.Sum(i => row[i])) * 0.02 / history.Overlap;
        Assert.Equal(sum, Walks.Run(walk, policy).Total, 1e-12);
    });

    private static BacktestResult Run((StakingRegime Regime, int Overlap, double[][] Returns) history, AllocationPolicy policy)
    {
        double[] present = [.. history.Returns[0].Select((_, i) => 0.5 / (i + 1))];
        return Walks.Run(Walks.Of(history.Regime, history.Overlap, history.Returns), policy, present);
    }
}
