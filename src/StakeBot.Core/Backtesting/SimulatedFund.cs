using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Backtesting;

/// <summary>
/// A fund in a backtest: its stakes and its idle NMR, in shares of what it had at the start. Idle NMR of all tournaments is one pot; when it does not
/// suffice for a round, every model gets the same part of what it needs. NMR that has not arrived is never spent.
/// </summary>
internal sealed class SimulatedFund
{
    private readonly ReturnMatrix _returns;
    private readonly int[] _overlaps;
    private readonly SimulatedStake[] _stakes;

    public SimulatedFund(ReturnMatrix returns, IReadOnlyList<RoundWindow> windows)
    {
        _returns = returns;
        _overlaps = [.. windows.Select(window => window.Rounds)];
        _stakes = [.. windows.Select(StakeOf)];
    }

    public double Idle { get; private set; } = 1;

    public double Payouts { get; private set; }

    public double Burns { get; private set; }

    public int Models => _stakes.Length;

    public double Equity => Idle + _stakes.Sum(stake => stake.Held);

    public double Planned(int model) => _stakes[model].Planned;

    public bool IsReleasing(int model) => _stakes[model].IsReleasing;

    /// <summary>Resolves what is due before the round of that row opens.</summary>
    public void Settle(int row)
    {
        for (int i = 0; i < _stakes.Length; i++)
        {
            int opened = row - _overlaps[i];
            double result = opened < 0 || opened >= _returns.RoundCount ? 0 : _returns[opened, i];
            SimulatedStake.Settlement settled = _stakes[i].Settle(row, double.IsNaN(result) ? 0 : result);
            Idle += settled.Freed;
            if (settled.Net >= 0)
                Payouts += settled.Net;
            else
                Burns -= settled.Net;
        }
    }

    /// <summary>Opens the round of that row.</summary>
    /// <returns>What the round will have brought once it has resolved, as a share of the equity it opened with.</returns>
    public double Open(int row)
    {
        double equity = Equity;
        double needed = 0;
        for (int i = 0; i < _stakes.Length; i++)
            needed += _stakes[i].Need(IsGap(row, i));
        double part = needed > Idle ? Idle / needed : 1;
        double brought = 0;
        for (int i = 0; i < _stakes.Length; i++)
        {
            bool isGap = IsGap(row, i);
            double given = part * _stakes[i].Need(isGap);
            Idle -= given;
            double atRisk = _stakes[i].Open(row, given, isGap);
            brought += isGap ? 0 : atRisk * _returns[row, i];
        }
        // What is given adds up to the idle NMR only up to rounding.
        Idle = Math.Max(0, Idle);
        return equity > 0 ? brought / equity : 0;
    }

    /// <summary>Orders that a model shall have a stake of <paramref name="target"/>.</summary>
    public void MoveTo(int model, double target, int row) => _stakes[model].MoveTo(target, row);

    private bool IsGap(int row, int model) => double.IsNaN(_returns[row, model]);

    private static SimulatedStake StakeOf(RoundWindow window) =>
        window.Regime == StakingRegime.Legacy ? new LegacyStake(window.Rounds) : new AtomicStake(window.Rounds);
}
