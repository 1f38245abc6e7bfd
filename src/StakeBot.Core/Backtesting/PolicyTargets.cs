using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Backtesting;

/// <summary>The targets of a policy over time, as one share of equity for each model of a walk.</summary>
internal sealed class PolicyTargets(WalkForward walk, AllocationPolicy policy, IReadOnlyList<double> present)
{
    private readonly Dictionary<ModelId, int> _column =
        walk.Returns.Models.Select((model, i) => (model.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);

    /// <summary>The target at a look, or one sentence why there is none.</summary>
    public (double[]? Weights, string? Refusal) At(Look look)
    {
        if (look.Estimates is not { } estimates)
            return (null, "Too little history was known for any estimate.");
        FundHistory history = estimates.History;
        TargetOutcome outcome = TargetPortfolio.Of(policy, estimates, ModelCaps.Of(history, policy.Limits), PresentIn(history));
        return outcome switch
        {
            TargetOutcome.Chosen(var portfolio) => (OverAllModels(history, portfolio), null),
            TargetOutcome.Refused refused => (null, refused.Reason),
            _ => throw new InvalidOperationException("A target is chosen or refused."),
        };
    }

    private double[] PresentIn(FundHistory history)
    {
        double[] shares = new double[history.Models.Count];
        for (int i = 0; i < present.Count; i++)
        {
            if (history.ColumnOf(walk.Returns.Models[i].Id) is { } column)
                shares[column] += present[i];
        }
        return shares;
    }

    // The model that stands for twins gets the weight of them all: they earn the same.
    private double[] OverAllModels(FundHistory history, TargetPortfolio portfolio)
    {
        double[] weights = new double[walk.Returns.ModelCount];
        for (int c = 0; c < portfolio.Weights.Length; c++)
            weights[_column[history.Models[c].Id]] = portfolio.Weights[c];
        return weights;
    }
}
