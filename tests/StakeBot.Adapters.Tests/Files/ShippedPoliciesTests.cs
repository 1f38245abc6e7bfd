using StakeBot.Adapters.Files;
using StakeBot.Core.Proposals;
using StakeBot.Testing;

namespace StakeBot.Adapters.Tests.Files;

/// <summary>The policies that are delivered.</summary>
public sealed class ShippedPoliciesTests
{
    private static readonly PolicyBook Book = PoliciesFolder.Load(Repository.PathOf("config", "policies"));

    [Fact]
    public void There_are_three_the_most_careful_first() =>
        Assert.Equal(["cautious", "balanced", "bold"], Book.All.Select(policy => policy.Name));

    [Fact]
    public void Who_chooses_none_has_risk_parity_within_the_two_percent_caps()
    {
        Assert.Equal(AllocationObjective.RiskParity, Book.Default.Objective);
        Assert.Equal(RiskPolicy.Default, Book.Default.Limits);
        Assert.Equal(1, Book.Default.Cap);
        Assert.Equal(new Rebalancing.Band(0.03, 5), Book.Default.Rebalance);
    }

    [Fact]
    public void The_bolder_one_is_the_more_it_may_lose_and_move()
    {
        AllocationPolicy[] all = [.. Book.All];
        foreach ((AllocationPolicy careful, AllocationPolicy bolder) in all.Zip(all.Skip(1)))
        {
            Assert.True(careful.Limits.ModelLimit < bolder.Limits.ModelLimit);
            Assert.True(careful.Limits.BurnBudget < bolder.Limits.BurnBudget);
            Assert.True(careful.TurnoverLimit < bolder.TurnoverLimit);
        }
    }

    [Fact]
    public void Every_field_is_explained_where_a_policy_is_copied_from()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("config", "policies", "cautious.json"));
        string[] bare =
        [
            .. Enumerable.Range(1, lines.Length - 1)
                .Where(i => lines[i].TrimStart().StartsWith('"') && !lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Select(i => lines[i]),
        ];

        Assert.Empty(bare);
    }
}
