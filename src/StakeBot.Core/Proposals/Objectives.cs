using System.Collections.Immutable;
using StakeBot.Core.Allocation;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Proposals;

/// <summary>The weights that each objective asks for within upper bounds; or one sentence why there are none.</summary>
internal static class Objectives
{
    public static (double[]? Weights, string? Refusal) Weigh(
        AllocationObjective objective, FundEstimates estimates, double[] bounds, IReadOnlyList<double> present) => objective switch
        {
            AllocationObjective.KeepPresent => Keep(present, bounds),
            AllocationObjective.BestRatio => BestRatio(estimates.Moments, bounds),
            _ => StakingAll(objective, estimates, bounds),
        };

    // When the caps add up to no more than the fund, staking all that they allow leaves no choice.
    private static (double[]?, string?) StakingAll(AllocationObjective objective, FundEstimates estimates, double[] bounds)
    {
        if (bounds.Sum() <= 1)
            return (bounds, null);
        Moments moments = new(estimates.Moments.Mean, estimates.Moments.Covariance);
        Bounds within = new(new double[bounds.Length], bounds);
        return objective switch
        {
            AllocationObjective.MinRisk => LeastRisk(CriticalLine.Trace(moments, within)),
            AllocationObjective.RiskParity => Weights(RiskParity.Solve(moments, within), estimates.History.Models),
            AllocationObjective.EqualWeight => Weights(EqualWeights.Solve(moments, within), estimates.History.Models),
            _ => throw new ArgumentOutOfRangeException(nameof(objective), objective, "Unknown objective."),
        };
    }

    private static (double[]?, string?) Keep(IReadOnlyList<double> present, double[] bounds)
    {
        double sum = present.Sum();
        if (sum <= 0)
            return (null, "Nothing with a history is staked now, so there is nothing to keep.");
        double fit = Math.Max(1, sum);
        return ([.. present.Select((share, i) => Math.Min(share / fit, bounds[i]))], null);
    }

    private static (double[]?, string?) LeastRisk(FrontierOutcome outcome) => outcome switch
    {
        FrontierOutcome.Solved(var frontier) => ([.. frontier.MinRisk.Weights], null),
        FrontierOutcome.Infeasible infeasible => (null, infeasible.Message),
        _ => throw new InvalidOperationException($"No frontier, and no reason: {outcome}."),
    };

    private static (double[]?, string?) Weights(RiskBudgetOutcome outcome, IReadOnlyList<Model> models) => outcome switch
    {
        RiskBudgetOutcome.Solved solved => ([.. solved.Portfolio.Weights], null),
        RiskBudgetOutcome.NoVariance still => (null, $"{models[still.Asset].Name} has never moved in this history, so no weight gives it its part of the risk."),
        RiskBudgetOutcome.NoRisk none => (null, none.Message),
        RiskBudgetOutcome.Infeasible infeasible => (null, infeasible.Message),
        _ => throw new InvalidOperationException($"No weights, and no reason: {outcome}."),
    };

    // With idle NMR as an asset the ratio does not depend on how much is staked: the direction is what is looked for, then as much of it as fits.
    private static (double[]?, string?) BestRatio(WindowMoments moments, double[] bounds)
    {
        FrontierOutcome outcome = CriticalLine.Trace(WithIdle(moments), new Bounds(new double[bounds.Length + 1], [.. bounds, 1]));
        if (outcome is FrontierOutcome.Infeasible infeasible)
            return (null, infeasible.Message);
        if (outcome is not FrontierOutcome.Solved(var frontier))
            throw new InvalidOperationException($"No frontier, and no reason: {outcome}.");
        if (frontier.MaxRatio is not { } best)
        {
            return (null, frontier.MaxReturn.Return > 0
                ? "A portfolio of these models has never lost in this history, so no ratio of return to risk is the best."
                : "No portfolio of these models has a positive expected result, so none has a best ratio.");
        }
        ImmutableArray<double> direction = best.Weights[..bounds.Length];
        double grow = 1 / direction.Sum();
        for (int i = 0; i < bounds.Length; i++)
        {
            if (direction[i] > 0)
                grow = Math.Min(grow, bounds[i] / direction[i]);
        }
        return ([.. direction.Select(w => grow * w)], null);
    }

    private static Moments WithIdle(WindowMoments moments)
    {
        int models = moments.Mean.Length;
        double[] covariance = new double[(models + 1) * (models + 1)];
        for (int i = 0; i < models; i++)
            moments.Covariance.AsSpan(i * models, models).CopyTo(covariance.AsSpan(i * (models + 1), models));
        return new Moments([.. moments.Mean, 0], covariance);
    }
}
