using StakeBot.Adapters.Files;
using StakeBot.Core.Proposals;

namespace StakeBot.Adapters.Tests.Files;

public sealed class PoliciesFolderTests : FilesFolder
{
    private const string Good =
        """
        {
          // Comments are welcome.
          "name": "cautious", "description": "For tests.", "objective": "minRisk",
          "limits": { "model": 0.02, "burnBudget": 0.1, "level": 0.9, "basis": "worst" },
          "cap": 0.4, "turnoverLimit": 1.5, "noTradeBand": 0, "rebalance": { "when": "turnoverBudget", "budget": 0.25, "every": 7 }
        }
        """;

    private string Folder => Path.GetDirectoryName(PathOf("x"))!;

    [Fact]
    public void Every_field_of_a_file_is_taken()
    {
        Write(Good, "a.json");

        AllocationPolicy policy = Assert.Single(PoliciesFolder.Load(Folder).All);

        Assert.Equal(
            new AllocationPolicy
            {
                Name = "cautious",
                Description = "For tests.",
                Objective = AllocationObjective.MinRisk,
                Limits = new RiskPolicy { ModelLimit = 0.02, BurnBudget = 0.1, Level = 0.9, Basis = LossBasis.Worst },
                Cap = 0.4,
                TurnoverLimit = 1.5,
                NoTradeBand = 0,
                Rebalance = new Rebalancing.TurnoverBudget(0.25, 7),
            },
            policy);
    }

    [Theory]
    [InlineData("""{ "when": "never" }""", "never")]
    [InlineData("""{ "when": "calendar", "every": 20 }""", "every 20 rounds")]
    [InlineData("""{ "when": "band", "width": 0.05, "every": 1 }""", "when a model is more than 5 % of the fund off, looked at every round")]
    [InlineData("""{ "when": "turnoverBudget", "budget": 0.5, "every": 5 }""", "every 5 rounds, moving at most 50 % of the fund in one window")]
    public void Each_schedule_can_be_written(string rebalance, string described)
    {
        Write(Good.Replace("""{ "when": "turnoverBudget", "budget": 0.25, "every": 7 }""", rebalance, StringComparison.Ordinal), "a.json");

        Assert.Equal(described, PoliciesFolder.Load(Folder).Default.Rebalance.Describe());
    }

    [Fact]
    public void A_funds_own_policy_lies_beside_the_shipped_ones()
    {
        Write(Good, "cautious.json");
        Write(Good.Replace("\"cautious\"", "\"our-own\"", StringComparison.Ordinal), "anything.json");
        Write("not looked at", "notes.txt");

        Assert.Equal(["cautious", "our-own"], PoliciesFolder.Load(Folder).All.Select(policy => policy.Name));
    }

    [Fact]
    public void Everything_that_is_wrong_in_all_files_is_said_at_once()
    {
        Write(Good, "cautious.json");
        Write(
            """
            {
              "name": "Our Own", "objective": "moon", "limit": {},
              "limits": { "model": 2, "burnBudget": "much", "level": 0.5, "basis": "tails", "x": 1 },
              "cap": 0, "turnoverLimit": 3, "noTradeBand": 1, "rebalance": { "when": "calendar", "every": 0.5, "width": 0.1 }
            }
            """,
            "own.json");
        Write("""{ "name": "third", "description": "", "objective": 1, "limits": 3, "rebalance": { "when": "band", "width": 1 } }""", "third.json");

        PoliciesFolderException refused = Assert.Throws<PoliciesFolderException>(() => PoliciesFolder.Load(Folder));

        Assert.Equal(
            [
                "own.json, limit: there is no such field. Known: name, description, objective, limits, cap, turnoverLimit, noTradeBand, rebalance.",
                "own.json, name: 'Our Own' has other characters than lower case letters, digits and hyphens. Example: \"name\": \"cautious\"",
                "own.json, description: it is missing. Example: \"description\": \"Equal parts of risk within the two-percent caps.\"",
                "own.json, objective: \"moon\" is none of riskParity, minRisk, bestRatio, equalWeight, keepPresent. Example: \"objective\": \"riskParity\"",
                "own.json, limits.x: there is no such field. Known: model, burnBudget, level, basis.",
                "own.json, limits.model: 2 is no number above 0 and at most 1. Example: \"model\": 0.02",
                "own.json, limits.burnBudget: \"much\" is no number above 0 and at most 1. Example: \"burnBudget\": 0.10",
                "own.json, limits.level: 0.5 is no number above 0.5 and below 1. Example: \"level\": 0.95",
                "own.json, limits.basis: \"tails\" is none of tail, worst. Example: \"basis\": \"tail\"",
                "own.json, cap: 0 is no number above 0 and at most 1. Example: \"cap\": 0.35",
                "own.json, turnoverLimit: 3 is no number above 0 and at most 2. Example: \"turnoverLimit\": 0.5",
                "own.json, noTradeBand: 1 is no number of at least 0 and below 1. Example: \"noTradeBand\": 0.01",
                "own.json, rebalance.width: it means nothing when the schedule is calendar. Take it out.",
                "own.json, rebalance.every: 0.5 is no whole number from 1 to 260. Example: \"every\": 20",
                "third.json, description: \"\" is no text. Example: \"description\": \"Equal parts of risk within the two-percent caps.\"",
                "third.json, objective: 1 is none of riskParity, minRisk, bestRatio, equalWeight, keepPresent. Example: \"objective\": \"riskParity\"",
                "third.json, limits: 3 is no object. Example: \"limits\": { \"model\": 0.02, \"burnBudget\": 0.10, \"level\": 0.95, \"basis\": \"tail\" }",
                "third.json, cap: it is missing. Example: \"cap\": 0.35",
                "third.json, turnoverLimit: it is missing. Example: \"turnoverLimit\": 0.5",
                "third.json, noTradeBand: it is missing. Example: \"noTradeBand\": 0.01",
                "third.json, rebalance.every: it is missing. Example: \"every\": 20",
                "third.json, rebalance.width: 1 is no number above 0 and below 1. Example: \"width\": 0.03",
            ],
            refused.Problems);
    }

    [Fact]
    public void Two_policies_of_one_name_are_refused()
    {
        Write(Good, "a.json");
        Write(Good, "b.json");

        Assert.Equal(["a.json and b.json, name: 2 policies are called cautious. Give each its own name."], Refused());
    }

    [Theory]
    [InlineData("null", "bad.json holds null. It needs an object")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "bad.json, line 1")]
    [InlineData("{ \"name\": ", "bad.json, line 1")]
    [InlineData("[]", "bad.json, line 1")]
    public void A_file_that_is_no_policy_is_refused_with_its_place(string text, string said)
    {
        Write(Good, "cautious.json");
        Write(text, "bad.json");

        Assert.StartsWith(said, Assert.Single(Refused()), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_default_there_is_no_book()
    {
        Write(Good.Replace("\"cautious\"", "\"ours\"", StringComparison.Ordinal), "a.json");

        Assert.Contains("there is no policy called cautious", Assert.Single(Refused()), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Refused() => Assert.Throws<PoliciesFolderException>(() => PoliciesFolder.Load(Folder)).Problems;
}
