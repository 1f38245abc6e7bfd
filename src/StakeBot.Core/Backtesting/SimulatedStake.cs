namespace StakeBot.Core.Backtesting;

/// <summary>The NMR of one model in a backtest, under the time rules of its regime. Amounts are shares of the fund at the start; time is counted in rounds.</summary>
internal abstract class SimulatedStake
{
    /// <summary>NMR in the tournament: at risk, or on its way out.</summary>
    public abstract double Held { get; }

    /// <summary>What will be staked once everything ordered has happened; what the open rounds still do is not in it.</summary>
    public abstract double Planned { get; }

    /// <summary>Whether NMR is on its way out; until it has arrived no other change can be ordered.</summary>
    public abstract bool IsReleasing { get; }

    /// <summary>How much idle NMR it takes when the next round opens.</summary>
    public abstract double Need(bool isGap);

    /// <summary>Settles the round that opened R rounds ago, then lets arrive what is due.</summary>
    /// <param name="time">The round that opens next.</param>
    /// <param name="result">The round return of the settled round.</param>
    public abstract Settlement Settle(int time, double result);

    /// <summary>Takes part in the round that opens now.</summary>
    /// <param name="time">The round.</param>
    /// <param name="given">Idle NMR that it got, at most its need.</param>
    /// <param name="isGap">Whether there is no submission: nothing is at risk then.</param>
    /// <returns>What is at risk in the round.</returns>
    public abstract double Open(int time, double given, bool isGap);

    /// <summary>Orders a change after the round <paramref name="time"/> has closed.</summary>
    /// <param name="target">What shall be staked, at least 0.</param>
    /// <param name="time">The round that closed last.</param>
    public abstract void MoveTo(double target, int time);

    /// <summary>What a resolved round did.</summary>
    /// <param name="Net">Payout above 0, burn below.</param>
    /// <param name="Freed">NMR that is idle now.</param>
    internal readonly record struct Settlement(double Net, double Freed);
}
