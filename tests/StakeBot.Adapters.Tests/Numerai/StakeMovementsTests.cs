using StakeBot.Bot.Ports;
using StakeBot.Core.Accounting;

namespace StakeBot.Adapters.Tests.Numerai;

public sealed class StakeMovementsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_movements_are_those_of_the_ledger_over_several_pages()
    {
        await using NumeraiUnderTest numerai = await NumeraiUnderTest.StartAsync();
        Ledger ledger = await numerai.Account.ReadLedgerAsync(Ct);

        IReadOnlyList<StakeMovement> movements = await numerai.Movements.ReadMovementsAsync(250, Ct);

        Assert.Equal(250, movements.Count);
        Assert.Equal(movements.OrderByDescending(movement => movement.At), movements);
        Assert.All(movements, movement => Assert.Contains(
            ledger.Entries,
            entry => entry.Model.Id == movement.Model && entry.Round == movement.Round && Math.Abs((entry.Amount - movement.Amount).Amount) < 1e-15m
                && (entry.Kind == LedgerKind.Burn) == (movement.Kind == "burn")));
        Assert.Equal(3, numerai.Server.Operations.Count(operation => operation == "stakeTransactions"));
    }
}
