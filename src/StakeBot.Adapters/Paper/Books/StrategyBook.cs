using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>
/// The Atomic strategy of the account: positions per round and model out of idle NMR. In the simulated world Classic has always been Atomic; the
/// real one is since round 1343 only.
/// </summary>
internal sealed class StrategyBook(IReadOnlyList<StrategySeat> seats, Nmr deposit)
{
    public IReadOnlyList<StrategySeat> Seats => seats;

    /// <summary>NMR in no position.</summary>
    public Nmr Idle { get; private set; } = deposit;

    /// <summary>One round ends and pays back, one opens and takes its stakes, in the order of the models.</summary>
    public void Turn(RoundNumber ends, RoundNumber opens, RoundEvents events)
    {
        foreach (StrategySeat seat in seats)
            Idle += seat.Settle(ends, opens, events);
        foreach (StrategySeat seat in seats)
            Idle -= seat.Stake(opens, Idle, events);
    }

    public IReadOnlyList<Stake> Describe(RoundNumber newest) => [.. seats.Select(seat => seat.Describe(newest))];
}
