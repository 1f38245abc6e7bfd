namespace StakeBot.Core.Backtesting;

/// <summary>
/// Atomic, mode constant: each round has its own position of S out of idle NMR; it comes back with its result when the round resolves. A changed S acts on
/// new rounds only, so it takes R rounds to have full effect.
/// </summary>
internal sealed class AtomicStake(int overlap) : SimulatedStake
{
    private readonly double[] _positions = new double[overlap];
    private double _perRound;

    public override double Held => _positions.Sum();

    public override double Planned => _perRound * overlap;

    public override bool IsReleasing => false;

    public override double Need(bool isGap) => isGap ? 0 : _perRound;

    public override Settlement Settle(int time, double result)
    {
        int slot = time % overlap;
        double position = _positions[slot];
        double change = Math.Max(position * result, -position);
        _positions[slot] = 0;
        return new Settlement(change, position + change);
    }

    public override double Open(int time, double given, bool isGap) => _positions[time % overlap] = given;

    public override void MoveTo(double target, int time) => _perRound = target / overlap;
}
