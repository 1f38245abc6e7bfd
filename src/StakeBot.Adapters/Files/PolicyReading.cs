using StakeBot.Core.Proposals;

namespace StakeBot.Adapters.Files;

/// <summary>Checks a policy file and turns it into the domain's.</summary>
internal static class PolicyReading
{
    private const string LimitsExample = "{ \"model\": 0.02, \"burnBudget\": 0.10, \"level\": 0.95, \"basis\": \"tail\" }";
    private const string RebalanceExample = "{ \"when\": \"calendar\", \"every\": 20 }";
    private const string Share = "above 0 and at most 1";

    private static readonly Dictionary<string, AllocationObjective> Objectives = new()
    {
        ["riskParity"] = AllocationObjective.RiskParity,
        ["minRisk"] = AllocationObjective.MinRisk,
        ["bestRatio"] = AllocationObjective.BestRatio,
        ["equalWeight"] = AllocationObjective.EqualWeight,
        ["keepPresent"] = AllocationObjective.KeepPresent,
    };

    private static readonly string[] Schedules = ["never", "calendar", "band", "turnoverBudget"];

    /// <summary>The policy; it is only good for use when no problem was added.</summary>
    public static AllocationPolicy Of(PolicyJson json, string file, List<string> problems)
    {
        PolicyFields fields = new(file, problems);
        fields.Unknown("", json.Unknown, "name, description, objective, limits, cap, turnoverLimit, noTradeBand, rebalance");
        string name = fields.Text("name", json.Name, "cautious");
        if (name.Length > 0 && !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            problems.Add($"{file}, name: '{name}' has other characters than lower case letters, digits and hyphens. Example: \"name\": \"cautious\"");
        return new AllocationPolicy
        {
            Name = name,
            Description = fields.Text("description", json.Description, "Equal parts of risk within the two-percent caps."),
            Objective = Objectives[fields.Word("objective", json.Objective, Objectives.Keys)],
            Limits = Limits(fields.Part("limits", json.Limits, PoliciesJson.Default.LimitsJson, LimitsExample), fields),
            Cap = fields.Number("cap", json.Cap, IsShare, Share, "0.35"),
            TurnoverLimit = fields.Number("turnoverLimit", json.TurnoverLimit, IsTurnover, "above 0 and at most 2", "0.5"),
            NoTradeBand = fields.Number("noTradeBand", json.NoTradeBand, share => share is >= 0 and < 1, "of at least 0 and below 1", "0.01"),
            Rebalance = Rebalance(fields.Part("rebalance", json.Rebalance, PoliciesJson.Default.RebalanceJson, RebalanceExample), fields),
        };
    }

    private static RiskPolicy Limits(LimitsJson? json, PolicyFields fields)
    {
        if (json is null)
            return RiskPolicy.Default;
        fields.Unknown("limits.", json.Unknown, "model, burnBudget, level, basis");
        return new RiskPolicy
        {
            ModelLimit = fields.Number("limits.model", json.Model, IsShare, Share, "0.02"),
            BurnBudget = fields.Number("limits.burnBudget", json.BurnBudget, IsShare, Share, "0.10"),
            Level = fields.Number("limits.level", json.Level, level => level is > 0.5 and < 1, "above 0.5 and below 1", "0.95"),
            Basis = fields.Word("limits.basis", json.Basis, ["tail", "worst"]) == "tail" ? LossBasis.Tail : LossBasis.Worst,
        };
    }

    private static Rebalancing Rebalance(RebalanceJson? json, PolicyFields fields)
    {
        if (json is null)
            return new Rebalancing.Never();
        fields.Unknown("rebalance.", json.Unknown, "when, every, width, budget");
        string when = fields.Word("rebalance.when", json.When, Schedules);
        if (when != "band")
            fields.None("rebalance.width", json.Width, $"it means nothing when the schedule is {when}");
        if (when != "turnoverBudget")
            fields.None("rebalance.budget", json.Budget, $"it means nothing when the schedule is {when}");
        if (when == "never")
        {
            fields.None("rebalance.every", json.Every, "it means nothing when the schedule is never");
            return new Rebalancing.Never();
        }
        int every = fields.Whole("rebalance.every", json.Every, 1, Rebalancing.LongestEvery, "20");
        return when switch
        {
            "band" => new Rebalancing.Band(fields.Number("rebalance.width", json.Width, width => width is > 0 and < 1, "above 0 and below 1", "0.03"), every),
            "turnoverBudget" => new Rebalancing.TurnoverBudget(fields.Number("rebalance.budget", json.Budget, IsTurnover, "above 0 and at most 2", "0.5"), every),
            _ => new Rebalancing.Calendar(every),
        };
    }

    private static bool IsShare(double number) => number is > 0 and <= 1;

    private static bool IsTurnover(double number) => number is > 0 and <= 2;
}
