using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Backtesting;

/// <summary>Takes down what happens to a fund, and makes the result of it.</summary>
internal sealed class BacktestRecord
{
    private readonly List<double> _nav = [1];
    private readonly List<double> _roundResults = [];
    private readonly List<string> _refusals = [];
    private double _idle;

    public void Settled(SimulatedFund fund) => _nav.Add(fund.Equity);

    public void Opened(SimulatedFund fund, double result)
    {
        _roundResults.Add(result);
        double equity = fund.Equity;
        _idle += equity > 0 ? fund.Idle / equity : 1;
    }

    public void Refused(string reason)
    {
        if (!_refusals.Contains(reason))
            _refusals.Add(reason);
    }

    public BacktestResult Finish(WalkForward walk, AllocationPolicy policy, SimulatedFund fund, Rebalancer rebalancer)
    {
        int rounds = walk.LongestWindow;
        (double worst, int end) = WorstWindow(rounds);
        return new BacktestResult
        {
            Policy = policy,
            WindowRounds = rounds,
            FirstRound = walk.Returns.FirstRound + (walk.First + 1),
            RoundResults = _roundResults,
            Nav = _nav,
            Payouts = fund.Payouts,
            Burns = fund.Burns,
            Window = WindowFigures.Of(_roundResults, rounds),
            WorstWindow = worst,
            WorstWindowEnd = walk.Returns.FirstRound + (walk.First + 1 + end),
            Drawdown = Drawdown.Of([.. _nav.Zip(_nav.Skip(1), (before, after) => before > 0 ? after / before - 1 : 0)]),
            Turnover = rebalancer.Turnover,
            StakeChanges = rebalancer.Changes,
            IdleShare = _idle / _roundResults.Count,
            Refusals = _refusals,
        };
    }

    private (double Sum, int End) WorstWindow(int rounds)
    {
        double sum = 0;
        (double Sum, int End) worst = (double.PositiveInfinity, 0);
        for (int t = 0; t < _roundResults.Count; t++)
        {
            sum += _roundResults[t] - (t >= rounds ? _roundResults[t - rounds] : 0);
            if (t >= rounds - 1 && sum < worst.Sum)
                worst = (sum, t);
        }
        return worst;
    }
}
