using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Backtesting;

/// <summary>What a policy would have done to a fund that was all idle at first. Amounts are shares of the fund at the start.</summary>
public sealed record BacktestResult
{
    /// <summary>The policy.</summary>
    public required AllocationPolicy Policy { get; init; }

    /// <summary>R of the longest window.</summary>
    public required int WindowRounds { get; init; }

    /// <summary>The first round that was staked.</summary>
    public required RoundNumber FirstRound { get; init; }

    /// <summary>What each staked round brought, as a share of the equity it opened with; known only once it has resolved.</summary>
    public required IReadOnlyList<double> RoundResults { get; init; }

    /// <summary>
    /// Settled value (idle + staked; open rounds are not in it): 1 before the first round, then one figure as each round opens, and on until all have resolved.
    /// </summary>
    public required IReadOnlyList<double> Nav { get; init; }

    /// <summary>All payouts.</summary>
    public required double Payouts { get; init; }

    /// <summary>All burns, at least 0.</summary>
    public required double Burns { get; init; }

    /// <summary>Mean, deviation and Sharpe ratio of a window.</summary>
    public required WindowFigures Window { get; init; }

    /// <summary>The worst sum of R consecutive round results.</summary>
    public required double WorstWindow { get; init; }

    /// <summary>The last round of the worst window.</summary>
    public required RoundNumber WorstWindowEnd { get; init; }

    /// <summary>The falls of <see cref="Nav"/> from its running peak; its period k is the opening of round <see cref="FirstRound"/> + k.</summary>
    public required Drawdown Drawdown { get; init; }

    /// <summary>Σ |changes of stake| after the first staking, as shares of the equity at each time.</summary>
    public required double Turnover { get; init; }

    /// <summary>How many stakes were changed after the first staking; a change that waits for NMR counts once.</summary>
    public required int StakeChanges { get; init; }

    /// <summary>Mean share of equity that lay idle.</summary>
    public required double IdleShare { get; init; }

    /// <summary>Why there was no target at some looks, each reason once; the stakes were then left as they were.</summary>
    public required IReadOnlyList<string> Refusals { get; init; }

    /// <summary>Gain or loss over the whole time: payouts − burns.</summary>
    public double Total => Nav[^1] - 1;
}
