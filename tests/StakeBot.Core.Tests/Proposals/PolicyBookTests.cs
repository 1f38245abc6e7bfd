using StakeBot.Core.Proposals;

namespace StakeBot.Core.Tests.Proposals;

public sealed class PolicyBookTests
{
    [Fact]
    public void A_policy_is_found_by_its_name_in_any_case_of_letters()
    {
        PolicyBook book = new([Policy("cautious"), Policy("mine")]);

        Assert.Equal("mine", book.Named("MINE")?.Name);
        Assert.Null(book.Named("yours"));
        Assert.Equal("cautious", book.Default.Name);
    }

    [Fact]
    public void A_book_without_the_default_is_a_fault() =>
        Assert.Throws<ArgumentException>(() => new PolicyBook([Policy("mine")]));

    [Fact]
    public void Two_policies_of_one_name_are_a_fault() =>
        Assert.Throws<ArgumentException>(() => new PolicyBook([Policy("cautious"), Policy("Cautious")]));

    private static AllocationPolicy Policy(string name) =>
        new() { Name = name, Description = "made up", Objective = AllocationObjective.EqualWeight };
}
