using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Proposals.Planning;

/// <summary>How far one model shall move, while it is being fitted to what is possible.</summary>
internal sealed class Wish(TournamentStakes tournament, Stake stake, Nmr wanted)
{
    private readonly Nmr _from = stake.InFull;
    private Nmr _to = wanted;
    private bool _isCut;

    public Model Model => stake.Model;

    public TournamentStakes Tournament => tournament;

    public bool Lowers => _to < _from;

    public Nmr Moved => Lowers ? _from - _to : _to - _from;

    /// <summary>Why a stake cannot be changed now; null when it can.</summary>
    public static string? Busy(Stake stake) => stake switch
    {
        Stake.Legacy { PendingRelease.Amount: > 0 } => "a release is on its way, and Numerai keeps one request per model",
        Stake.Legacy { PendingIncrease.Amount: > 0 } => "an increase is on its way, and Numerai keeps one request per model",
        _ => null,
    };

    public bool IsOutside(Nmr band) => Moved > band;

    public void Scale(double factor)
    {
        _to = Lowers ? _from - Moved.Times(factor) : _from + Moved.Times(factor);
        _isCut |= factor < 1;
    }

    public StakeChange? ToChange(decimal grain, Nmr smallest) => stake switch
    {
        Stake.Atomic atomic => SettingChange(atomic, grain, smallest),
        _ => TransferChange(grain, smallest),
    };

    private StakeChange.Transfer? TransferChange(decimal grain, Nmr smallest)
    {
        var moved = new Nmr(Floor(Moved.Amount, grain));
        if (moved < smallest || moved == Nmr.Zero)
            return null;
        return new StakeChange.Transfer(Model, _from, Lowers ? _from - moved : _from + moved);
    }

    // Compound stakes again what settles, so a lower per-round stake would not lower what is locked: lowering goes with fixed (numerai.md 2.5).
    private StakeChange.Setting? SettingChange(Stake.Atomic atomic, decimal grain, Nmr smallest)
    {
        decimal exact = _to.Amount / atomic.OverlappingRounds;
        // Down, so that no cap is overstepped; but a decrease that the turnover limit made smaller is not made larger again.
        var perRound = new Nmr(Lowers && _isCut ? decimal.Ceiling(exact / grain) * grain : Floor(exact, grain));
        StakeSetting before = atomic.Setting;
        StakeSetting after = new(
            perRound,
            Lowers ? StakeMode.Constant : before.Mode,
            perRound > Nmr.Zero || before.Automation);
        Nmr moved = after.AtFullRun(atomic.OverlappingRounds) - _from;
        bool wrongWay = Lowers ? moved > Nmr.Zero : moved < Nmr.Zero;
        if (after == before || wrongWay || Nmr.Max(moved, -moved) < smallest)
            return null;
        return new StakeChange.Setting(Model, before, after, atomic.OverlappingRounds);
    }

    private static decimal Floor(decimal amount, decimal grain) => decimal.Floor(amount / grain) * grain;
}
