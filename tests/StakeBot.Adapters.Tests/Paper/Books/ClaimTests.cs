using StakeBot.Adapters.Paper.Books;
using StakeBot.Core.Money;

namespace StakeBot.Adapters.Tests.Paper.Books;

public sealed class ClaimTests
{
    [Theory]
    [InlineData(1.0, 0.10, 0.00, 1.10, 0.00)] // a payout without debt is paid
    [InlineData(1.0, -0.10, 0.00, 1.00, 0.10)] // a burn is put off
    [InlineData(1.0, -0.10, 0.25, 1.00, 0.35)] // and adds up
    [InlineData(1.0, 0.04, 0.10, 1.00, 0.06)] // a payout pays debt first
    [InlineData(1.0, 0.10, 0.10, 1.00, 0.00)] // just all of it
    [InlineData(1.0, 0.15, 0.10, 1.05, 0.00)] // and what is left over is paid
    [InlineData(1.0, 0.00, 0.10, 1.00, 0.10)]
    public void Burns_and_payouts_of_a_model_are_netted(double stake, double result, double debt, double claimed, double left)
    {
        Claim claim = Claim.Of(Amount(stake), Amount(result), Amount(debt));

        Assert.Equal(new Claim(Amount(claimed), Amount(left)), claim);
    }

    [Theory]
    [InlineData(1.0, 0.1, 1.0, 1.0, 0.1)] // all of it is staked again
    [InlineData(1.0, 0.1, 2.0, 1.0, 0.1)]
    [InlineData(1.0, 0.1, 0.0, 0.9, 0.0)] // nothing is
    [InlineData(1.0, 0.1, 0.4, 0.9, 0.0)]
    [InlineData(1.0, 0.1, 0.95, 0.95, 0.05)] // what is left over does not cover the debt
    [InlineData(1.0, 1.4, 0.0, 0.0, 0.4)]
    public void What_is_not_staked_again_pays_debt(double amount, double debt, double restaked, double claimed, double left)
    {
        Claim claim = new Claim(Amount(amount), Amount(debt)).Realised(Amount(restaked));

        Assert.Equal(new Claim(Amount(claimed), Amount(left)), claim);
    }

    private static Nmr Amount(double value) => new((decimal)value);
}
