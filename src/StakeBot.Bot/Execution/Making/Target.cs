using StakeBot.Bot.Funds;
using StakeBot.Core.Money;
using StakeBot.Core.Proposals;
using StakeBot.Core.Proposals.Planning;
using StakeBot.Core.Risk;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Bot.Execution.Making;

/// <summary>NMR wanted on each model, or why there is no target.</summary>
internal abstract record Target
{
    private Target()
    {
    }

    public sealed record Chosen(IReadOnlyDictionary<ModelId, Nmr> Amounts) : Target;

    public sealed record Refused(string Reason) : Target;

    public static Target Of(ProposalGoal goal, Fund fund, AllocationPolicy policy) => goal switch
    {
        ProposalGoal.Manual manual => Typed(manual, fund.Snapshot),
        ProposalGoal.Follow follow => Weighed(follow.Objective is { } objective ? policy with { Objective = objective } : policy, fund),
        _ => throw new InvalidOperationException($"Unknown goal {goal}."),
    };

    private static Target Weighed(AllocationPolicy policy, Fund fund)
    {
        if (fund.Moments is not { } moments)
            return new Refused("The history is too short for any estimate, so there is no target. /models says what is missing; amounts can still be typed: /propose manual amounts:HERON=12.5.");
        PresentWeights present = PresentWeights.Of(fund.Snapshot, fund.History);
        double[] shares = [.. present.Weights.Select(weight => Math.Max(0, weight))];
        TargetOutcome outcome = TargetPortfolio.Of(policy, new FundEstimates(fund.History, moments), ModelCaps.Of(fund.History, policy.Limits), shares);
        return outcome switch
        {
            TargetOutcome.Chosen chosen => new Chosen(TargetAmounts.Of(fund.Snapshot, fund.History, chosen.Portfolio.Weights)),
            TargetOutcome.Refused refused => new Refused(refused.Reason),
            _ => throw new InvalidOperationException("A target is chosen or refused."),
        };
    }

    private static Target Typed(ProposalGoal.Manual manual, StakeSnapshot snapshot)
    {
        Dictionary<ModelId, Nmr> amounts = [];
        foreach ((string name, Nmr amount) in manual.Amounts)
        {
            Stake[] named = [.. snapshot.Stakes.Where(stake => stake.Model.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
            if (named.Length == 0)
                return new Refused($"There is no model '{Chat.PlainText.Name(name)}' in this account. /models lists them.");
            if (named.Length > 1)
                return new Refused($"'{Chat.PlainText.Name(name)}' is a model in {named.Length} tournaments, and it is not clear which is meant. Rename one of them at Numerai.");
            amounts[named[0].Model.Id] = amount;
        }
        return new Chosen(amounts);
    }
}
