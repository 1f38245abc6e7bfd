using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Tournaments;

public sealed class PayoutHistoryTests
{
    private static readonly PayoutHistory History = new(
    [
        Some.Rule("new", fromRound: 100),
        Some.Rule("old", fromRound: 10),
        Some.Rule("signals", Tournament.Signals, 50),
    ]);

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "old")]
    [InlineData(99, "old")]
    [InlineData(100, "new")]
    [InlineData(5000, "new")]
    public void A_rule_holds_from_its_first_round_to_the_next_rule(int round, string? expected) =>
        Assert.Equal(expected, History.InForce(Tournament.Classic, new RoundNumber(round))?.Name);

    [Fact]
    public void Each_tournament_has_its_own_newest_rule()
    {
        Assert.Equal("new", History.Newest(Tournament.Classic)?.Name);
        Assert.Equal("signals", History.Newest(Tournament.Signals)?.Name);
        Assert.Null(History.Newest(Tournament.Crypto));
        Assert.Null(History.InForce(Tournament.Crypto, new RoundNumber(1)));
    }

    [Fact]
    public void A_rule_that_was_read_takes_the_place_of_what_was_known_from_its_round_on()
    {
        PayoutHistory read = History.With([Some.Rule("read", fromRound: 60, clip: 0.5)]);

        Assert.Equal(["old", "signals", "read"], read.All.Select(rule => rule.Name));
        Assert.Equal("old", read.InForce(Tournament.Classic, new RoundNumber(59))?.Name);
        Assert.Equal(0.5, read.Newest(Tournament.Classic)?.Clip);
    }

    [Fact]
    public void A_rule_that_was_read_and_begins_where_a_known_one_does_keeps_its_name()
    {
        PayoutHistory read = History.With([Some.Rule("read", fromRound: 100, clip: 0.5)]);

        Assert.Equal(0.5, read.Named("new")?.Clip);
        Assert.Null(read.Named("read"));
        Assert.Equal(3, read.All.Count);
    }

    [Fact]
    public void A_rule_is_found_by_its_name_in_any_case()
    {
        Assert.Equal("old", History.Named("OLD")?.Name);
        Assert.Null(History.Named("older"));
    }

    [Fact]
    public void Two_rules_of_one_name_or_one_start_are_refused()
    {
        Assert.Contains("called 'a'", Assert.Throws<ArgumentException>(() => new PayoutHistory([Some.Rule("a"), Some.Rule("a", fromRound: 9)])).Message, StringComparison.Ordinal);
        Assert.Contains("start at round 9", Assert.Throws<ArgumentException>(() => new PayoutHistory([Some.Rule("a", fromRound: 9), Some.Rule("b", fromRound: 9)])).Message, StringComparison.Ordinal);
    }
}
