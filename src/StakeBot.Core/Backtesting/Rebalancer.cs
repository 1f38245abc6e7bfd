using StakeBot.Core.Proposals;

namespace StakeBot.Core.Backtesting;

/// <summary>Turns targets into orders, as far as the policy's schedule, band and turnover limits want it.</summary>
internal sealed class Rebalancer(AllocationPolicy policy, int window)
{
    private const double Rounding = 1e-12;

    private readonly List<(int Row, double Turnover)> _moves = [];
    private bool _isStaked;

    /// <summary>Σ |changes| after the first staking, as shares of the equity at each time.</summary>
    public double Turnover => _moves.Sum(move => move.Turnover);

    /// <summary>How many stakes were changed after the first staking.</summary>
    public int Changes { get; private set; }

    /// <summary>Compares the fund with a target, one share of equity per model, and orders what follows.</summary>
    public void Look(SimulatedFund fund, double[] target, int row)
    {
        double equity = fund.Equity;
        if (equity <= Rounding)
            return;
        double[] distance = [.. target.Select((share, i) => fund.IsReleasing(i) ? 0 : share - fund.Planned(i) / equity)];
        double[] moves = _isStaked ? Wanted(distance, row) : distance;
        double turnover = 0;
        int changes = 0;
        for (int i = 0; i < moves.Length; i++)
        {
            if (Math.Abs(moves[i]) <= Rounding)
                continue;
            double amount = fund.Planned(i) + moves[i] * equity;
            fund.MoveTo(i, amount <= Rounding * equity ? 0 : amount, row);
            turnover += Math.Abs(moves[i]);
            changes++;
        }
        if (_isStaked && changes > 0)
        {
            _moves.Add((row, turnover));
            Changes += changes;
        }
        _isStaked = true;
    }

    private double[] Wanted(double[] distance, int row)
    {
        if (policy.Rebalance is Rebalancing.Band band && distance.All(d => Math.Abs(d) <= band.Width))
            return new double[distance.Length];
        double[] moves = [.. distance.Select(d => Math.Abs(d) <= policy.NoTradeBand ? 0 : d)];
        double turnover = moves.Sum(Math.Abs);
        double allowed = Allowed(row);
        return turnover <= allowed ? moves : [.. moves.Select(move => move * (allowed / turnover))];
    }

    private double Allowed(int row)
    {
        if (policy.Rebalance is not Rebalancing.TurnoverBudget budget)
            return policy.TurnoverLimit;
        double spent = _moves.Where(move => move.Row > row - window).Sum(move => move.Turnover);
        return Math.Clamp(budget.Budget - spent, 0, policy.TurnoverLimit);
    }
}
