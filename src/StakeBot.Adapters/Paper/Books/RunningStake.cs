using StakeBot.Adapters.Paper.World;
using StakeBot.Core.Money;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Paper.Books;

/// <summary>One model under Legacy rules: a running stake, all of it at risk in every open round; payouts compound into it (numerai.md 2.4).</summary>
internal sealed class RunningStake(ModelScores scores, PayoutRule rule, Nmr staked)
{
    private readonly RoundPricing _pricing = new(scores, rule);
    private readonly OpenPositions _positions = new();
    private Nmr _pendingRelease;
    private RoundNumber? _lastRoundOfRelease;

    public Model Model => scores.Model;

    /// <summary>The settled stake, with what waits for release.</summary>
    public Nmr Staked { get; private set; } = staked;

    /// <summary>Asks a part back. It counts for no new round, can burn with those that are open, and arrives when the newest of them resolves.</summary>
    public void Release(Nmr amount, RoundNumber newest)
    {
        if (amount <= Nmr.Zero || amount > Staked)
            throw new ArgumentOutOfRangeException(nameof(amount), $"{amount} of {Staked} cannot be released.");
        _pendingRelease = amount;
        _lastRoundOfRelease = newest;
    }

    /// <summary>One round ends, one opens.</summary>
    /// <returns>The NMR that arrives in the wallet.</returns>
    public Nmr Turn(RoundNumber ends, RoundNumber opens, RoundEvents events)
    {
        Resolve(ends, opens, events);
        Nmr released = Arrived(ends, events);
        Nmr counts = Staked - _pendingRelease;
        if (counts > Nmr.Zero && !Submissions.IsMissing(scores, opens, events))
            _positions.Open(opens, counts);
        return released;
    }

    public Stake Describe(RoundNumber newest) => new Stake.Legacy(Model)
    {
        Staked = Staked,
        PendingRelease = _pendingRelease,
        ReleaseDue = _lastRoundOfRelease is { } last ? PaperCalendar.Resolves(last) : null,
        PayoutPending = _positions.Pending(_pricing, newest),
        MissedSubmissions = Submissions.Missed(scores, newest),
    };

    private void Resolve(RoundNumber ends, RoundNumber opens, RoundEvents events)
    {
        Nmr atRisk = _positions.Close(ends);
        if (atRisk == Nmr.Zero)
            return;
        // 64 rounds at −1.7 % are more than everything: no more can burn than is there.
        Nmr result = Nmr.Max(_pricing.Result(atRisk, ends, opens), -Staked);
        events.Settle(Model, ends, atRisk, result);
        Staked += result;
        _pendingRelease = Nmr.Min(_pendingRelease, Staked);
    }

    private Nmr Arrived(RoundNumber ends, RoundEvents events)
    {
        if (_lastRoundOfRelease != ends)
            return Nmr.Zero;
        Nmr released = _pendingRelease;
        Staked -= released;
        _pendingRelease = Nmr.Zero;
        _lastRoundOfRelease = null;
        events.Note($"{released} released from {Model.Name} arrived in the wallet.");
        return released;
    }
}
