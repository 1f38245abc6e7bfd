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
    private RoundNumber? _lastRoundOfRelease;

    public Model Model => scores.Model;

    /// <summary>The part that was asked back and has not arrived.</summary>
    public Nmr PendingRelease { get; private set; }

    /// <summary>NMR that has left the wallet and counts from the next close on.</summary>
    public Nmr PendingIncrease { get; private set; }

    /// <summary>When the release arrives; null without one.</summary>
    public DateTimeOffset? ReleaseDue => _lastRoundOfRelease is { } last ? PaperCalendar.Resolves(last) : null;

    /// <summary>Whether a request waits.</summary>
    public bool HasRequest => PendingRelease > Nmr.Zero || PendingIncrease > Nmr.Zero;

    /// <summary>The settled stake, with what waits for release.</summary>
    public Nmr Staked { get; private set; } = staked;

    /// <summary>Asks a part back. It counts for no new round, can burn with those that are open, and arrives when the newest of them resolves.</summary>
    public void Release(Nmr amount, RoundNumber newest)
    {
        if (amount <= Nmr.Zero || amount > Staked)
            throw new ArgumentOutOfRangeException(nameof(amount), $"{amount} of {Staked} cannot be released.");
        PendingRelease = amount;
        _lastRoundOfRelease = newest;
    }

    /// <summary>Takes NMR in that has left the wallet.</summary>
    public void Increase(Nmr amount)
    {
        if (amount <= Nmr.Zero)
            throw new ArgumentOutOfRangeException(nameof(amount), $"{amount} cannot be staked.");
        PendingIncrease = amount;
    }

    /// <summary>Takes the request that waits back.</summary>
    /// <returns>The NMR that returns to the wallet.</returns>
    public Nmr Withdraw()
    {
        Nmr returned = PendingIncrease;
        PendingIncrease = Nmr.Zero;
        PendingRelease = Nmr.Zero;
        _lastRoundOfRelease = null;
        return returned;
    }

    /// <summary>What was at risk in a round that is open; zero when nothing was.</summary>
    public Nmr AtRiskIn(RoundNumber round) => _positions.In(round);

    /// <summary>One round ends, one opens.</summary>
    /// <returns>The NMR that arrives in the wallet.</returns>
    public Nmr Turn(RoundNumber ends, RoundNumber opens, RoundEvents events)
    {
        Resolve(ends, opens, events);
        Nmr released = Arrived(ends, events);
        Staked += PendingIncrease;
        PendingIncrease = Nmr.Zero;
        Nmr counts = Staked - PendingRelease;
        if (counts > Nmr.Zero && !Submissions.IsMissing(scores, opens, events))
            _positions.Open(opens, counts);
        return released;
    }

    public Stake Describe(RoundNumber newest) => new Stake.Legacy(Model)
    {
        Staked = Staked,
        PendingRelease = PendingRelease,
        ReleaseDue = ReleaseDue,
        PendingIncrease = PendingIncrease,
        Positions = _positions.All,
        PayoutPending = _positions.Pending(_pricing, newest),
        MissedSubmissions = Submissions.Missed(scores, newest),
    };

    private void Resolve(RoundNumber ends, RoundNumber opens, RoundEvents events)
    {
        Nmr atRisk = _positions.Close(ends);
        if (atRisk == Nmr.Zero)
            return;
        // 64 rounds at −1.7 % are more than everything: no more can burn than is there.
        Nmr result = Nmr.Max(_pricing.Settle(atRisk, ends, opens), -Staked);
        events.Settle(Model, ends, atRisk, result);
        Staked += result;
        PendingRelease = Nmr.Min(PendingRelease, Staked);
    }

    private Nmr Arrived(RoundNumber ends, RoundEvents events)
    {
        if (_lastRoundOfRelease != ends)
            return Nmr.Zero;
        Nmr released = PendingRelease;
        Staked -= released;
        PendingRelease = Nmr.Zero;
        _lastRoundOfRelease = null;
        events.Note($"{released} released from {Model.Name} arrived in the wallet.");
        return released;
    }
}
