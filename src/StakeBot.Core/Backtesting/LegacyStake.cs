namespace StakeBot.Core.Backtesting;

/// <summary>
/// Legacy: one running stake, the same NMR in every open round, results into the stake. An increase acts from the next round. A release leaves new rounds
/// at once, arrives when the last round that was open at the request has resolved, and until then pays for burns that nothing else is left for.
/// </summary>
internal sealed class LegacyStake(int overlap) : SimulatedStake
{
    private const int NotDue = -1;

    private readonly double[] _atRisk = new double[overlap];
    private double _balance;
    private double _wanted;
    private double _releasing;
    private bool _releasesAll;
    private int _due = NotDue;

    public override double Held => _balance;

    public override double Planned => InNewRounds + _wanted;

    public override bool IsReleasing => _due != NotDue;

    private double InNewRounds => _releasesAll ? 0 : Math.Max(0, _balance - _releasing);

    public override double Need(bool isGap) => _wanted;

    public override Settlement Settle(int time, double result)
    {
        int slot = time % overlap;
        double change = Math.Max(_atRisk[slot] * result, -_balance);
        _atRisk[slot] = 0;
        _balance += change;
        return new Settlement(change, time == _due ? Arrive() : 0);
    }

    public override double Open(int time, double given, bool isGap)
    {
        _balance += given;
        _wanted = Math.Max(0, _wanted - given);
        return _atRisk[time % overlap] = isGap ? 0 : InNewRounds;
    }

    public override void MoveTo(double target, int time)
    {
        if (IsReleasing)
            throw new InvalidOperationException("A release is on its way: one change at a time.");
        _wanted = Math.Max(0, target - _balance);
        if (target >= _balance)
            return;
        _releasing = _balance - target;
        _releasesAll = target <= 0;
        _due = time + overlap;
    }

    private double Arrive()
    {
        double arrived = _releasesAll ? _balance : Math.Min(_releasing, _balance);
        _balance -= arrived;
        (_releasing, _releasesAll, _due) = (0, false, NotDue);
        return arrived;
    }
}
