using StakeBot.Core.Accounting;
using StakeBot.Core.Money;
using StakeBot.Core.Tournaments;
using StakeBot.Testing;

namespace StakeBot.Core.Tests.Accounting;

public sealed class LedgerTests
{
    private static readonly Ledger Ledger = new(
    [
        Entry("A", 1, LedgerKind.Payout, 1),
        Entry("A", 2, LedgerKind.Burn, 0.25m),
        Entry("B", 2, LedgerKind.Payout, 4),
        Entry("A", 3, LedgerKind.Payout, 0.5m),
        Entry("S", 90, LedgerKind.Burn, 10, Tournament.Signals),
    ]);

    [Fact]
    public void A_burn_takes_away() => Assert.Equal(new Nmr(-0.25m), Ledger.Entries[1].Change);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, -9.5, 1)]
    [InlineData(2, -5.75, 2)]
    [InlineData(3, -4.75, 3)]
    [InlineData(99, -4.75, 3)]
    public void The_newest_rounds_are_those_of_each_tournament(int rounds, double result, int covered)
    {
        (Nmr sum, int span) = Ledger.OfNewestRounds(rounds);
        Assert.Equal(new Nmr((decimal)result), sum);
        Assert.Equal(covered, span);
    }

    [Fact]
    public void One_model_is_followed_through_the_rounds_of_its_tournament()
    {
        Assert.Equal(new Nmr(0.25m), Ledger.OfModel(new ModelId("A"), 2));
        Assert.Equal(new Nmr(4), Ledger.OfModel(new ModelId("B"), 2));
        Assert.Equal(Nmr.Zero, Ledger.OfModel(new ModelId("B"), 1));
        Assert.Equal(Nmr.Zero, Ledger.OfModel(new ModelId("nobody"), 9));
    }

    [Fact]
    public void An_empty_ledger_has_no_result() => Assert.Equal((Nmr.Zero, 0), Ledger.Empty.OfNewestRounds(20));

    private static LedgerEntry Entry(string model, int round, LedgerKind kind, decimal amount, Tournament tournament = Tournament.Classic) =>
        new(Some.Moment.AddDays(round), Some.Model(model, tournament), new RoundNumber(round), kind, new Nmr(amount), new Nmr(20));
}
