using StakeBot.Core.Money;
using StakeBot.Core.Proposals;

namespace StakeBot.Bot.Execution.Making;

/// <summary>What a proposal shall reach.</summary>
internal abstract record ProposalGoal
{
    private ProposalGoal()
    {
    }

    /// <summary>In words, after "to": <c>follow the policy cautious</c>.</summary>
    public abstract string Describe(AllocationPolicy policy);

    /// <summary>What the fund's policy asks for; or another objective within its limits.</summary>
    /// <param name="Objective">Instead of the policy's own; null for the policy's.</param>
    public sealed record Follow(AllocationObjective? Objective) : ProposalGoal
    {
        public override string Describe(AllocationPolicy policy) => Objective is { } objective
            ? $"{Words(objective)} within the limits of the policy {policy.Name}"
            : $"follow the policy {policy.Name} ({Words(policy.Objective)})";

        private static string Words(AllocationObjective objective) => objective switch
        {
            AllocationObjective.RiskParity => "equal parts of risk",
            AllocationObjective.MinRisk => "least risk",
            AllocationObjective.BestRatio => "best ratio of return to risk",
            AllocationObjective.EqualWeight => "equal stakes",
            AllocationObjective.KeepPresent => "present stakes cut to the caps",
            _ => throw new InvalidOperationException($"Unknown objective {objective}."),
        };
    }

    /// <summary>Amounts that somebody typed: NMR at full run, by model name.</summary>
    public sealed record Manual(IReadOnlyDictionary<string, Nmr> Amounts) : ProposalGoal
    {
        public override string Describe(AllocationPolicy policy) => "set the amounts that were asked for";
    }
}
