using StakeBot.Core.Proposals;

namespace StakeBot.Core.Backtesting;

/// <summary>
/// Runs one policy over a walk. The fund begins all idle; every round it settles what is due, opens the round with what it has, and after it has closed
/// looks at its stakes if the schedule says so. After the last round nothing new is opened until everything has resolved.
/// </summary>
public static class Backtest
{
    /// <summary>Runs a policy; independent of every other policy, so that policies can be run side by side.</summary>
    /// <param name="walk">The history.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="looks">What was known at each of the policy's looks (<see cref="WalkForward.LooksOf"/>); others may be among them.</param>
    /// <param name="present">For each model of the walk its present share of the fund, with what is on its way; for <see cref="AllocationObjective.KeepPresent"/>.</param>
    /// <exception cref="ArgumentException">A look of the policy is missing, or the present shares do not fit the models.</exception>
    public static BacktestResult Run(WalkForward walk, AllocationPolicy policy, IEnumerable<Look> looks, IReadOnlyList<double> present)
    {
        if (present.Count != walk.Returns.ModelCount)
            throw new ArgumentException($"{walk.Returns.ModelCount} models, {present.Count} present shares.", nameof(present));
        Dictionary<int, Look> known = looks.ToDictionary(look => look.Row);
        if (walk.LooksOf(policy.Rebalance).Where(row => !known.ContainsKey(row)).Select(row => (int?)row).FirstOrDefault() is { } missing)
            throw new ArgumentException($"The look after row {missing} is missing.", nameof(looks));
        HashSet<int> due = [.. walk.LooksOf(policy.Rebalance)];
        var targets = new PolicyTargets(walk, policy, present);
        var fund = new SimulatedFund(walk.Returns, walk.Windows);
        var rebalancer = new Rebalancer(policy, walk.LongestWindow);
        var record = new BacktestRecord();
        Look(walk.First);
        for (int row = walk.First + 1; row < walk.Returns.RoundCount + walk.LongestWindow; row++)
        {
            fund.Settle(row);
            record.Settled(fund);
            if (row >= walk.Returns.RoundCount)
                continue;
            record.Opened(fund, fund.Open(row));
            if (due.Contains(row))
                Look(row);
        }
        return record.Finish(walk, policy, fund, rebalancer);

        void Look(int row)
        {
            (double[]? weights, string? refusal) = targets.At(known[row]);
            if (weights is null)
                record.Refused(refusal!);
            else
                rebalancer.Look(fund, weights, row);
        }
    }
}
