using StakeBot.Core.Proposals;
using StakeBot.Core.Risk;

namespace StakeBot.Core.Backtesting;

/// <summary>
/// A history seen as it unfolded. A decision falls after a round has closed and acts from the next round on; it knows only rounds that had resolved by
/// then (a round resolves R rounds after it opened: the purge), and of these it leaves out the newest as an embargo.
/// </summary>
/// <remarks>Every choice that needs data is made anew from what was known: which models have enough history, which are twins, every estimate.</remarks>
public sealed class WalkForward
{
    private readonly IReadOnlyList<PricedTournament> _tournaments;

    private WalkForward(IReadOnlyList<PricedTournament> tournaments, ReturnMatrix returns, RoundWindow[] windows, int embargo, int first)
    {
        _tournaments = tournaments;
        Returns = returns;
        Windows = windows;
        Embargo = embargo;
        First = first;
    }

    /// <summary>Round returns of all models, rounds × models, chosen or not.</summary>
    public ReturnMatrix Returns { get; }

    /// <summary>The window of each model.</summary>
    public IReadOnlyList<RoundWindow> Windows { get; }

    /// <summary>R of the longest window.</summary>
    public int LongestWindow => Windows.Max(window => window.Rounds);

    /// <summary>How many of the newest resolved rounds a decision leaves out.</summary>
    public int Embargo { get; }

    /// <summary>The row of the round after which the first decision falls; the first round that is staked is the next.</summary>
    public int First { get; }

    /// <summary>How many rounds are staked.</summary>
    public int TestedRounds => Returns.RoundCount - 1 - First;

    /// <summary>How many windows without common rounds that is.</summary>
    public double TestedWindows => (double)TestedRounds / LongestWindow;

    /// <summary>Prepares a history; the first decision falls as soon as two windows are known.</summary>
    /// <param name="tournaments">At least one priced tournament.</param>
    /// <param name="embargo">Rounds, at least R of the longest window; null for exactly that.</param>
    /// <exception cref="ArgumentOutOfRangeException">An embargo shorter than the longest window.</exception>
    public static WalkForwardOutcome Over(IReadOnlyList<PricedTournament> tournaments, int? embargo = null)
    {
        ReturnMatrix returns = FundHistory.SideBySide(tournaments);
        RoundWindow[] windows = [.. tournaments.SelectMany(t => Enumerable.Repeat(t.Window, t.Returns.ModelCount))];
        if (returns.RoundCount == 0)
            return new WalkForwardOutcome.TooShort("There is no resolved round with a score.");
        int longest = windows.Max(window => window.Rounds);
        int left = embargo ?? longest;
        ArgumentOutOfRangeException.ThrowIfLessThan(left, longest, nameof(embargo));
        int first = 3 * longest + left - 1;
        int needed = first + 1 + longest + 1;
        return returns.RoundCount < needed
            ? new WalkForwardOutcome.TooShort(
                $"There are {returns.RoundCount} resolved rounds, and at least {needed} are needed: two windows of {longest} rounds to learn from, "
                + $"{longest} for them to resolve, {left} as embargo, and more than one window to test.")
            : new WalkForwardOutcome.Ready(new WalkForward(tournaments, returns, windows, left, first));
    }

    /// <summary>The rows of the rounds after which a policy looks at its stakes.</summary>
    public IEnumerable<int> LooksOf(Rebalancing rebalancing)
    {
        yield return First;
        if (rebalancing.LooksEvery is not { } every)
            yield break;
        for (int row = First + every; row <= Returns.RoundCount - 2; row += every)
            yield return row;
    }

    /// <summary>What a decision after the round of that row knows. Independent of every other look, so that looks can be computed side by side.</summary>
    /// <param name="row">From <see cref="First"/> to the last row but one.</param>
    public Look LookAt(int row)
    {
        if (row < First || row > Returns.RoundCount - 2)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"Decisions fall after rows {First} to {Returns.RoundCount - 2}.");
        PricedTournament[] known = [.. _tournaments.Select(tournament => KnownOf(tournament, row))];
        return new Look(row, FundEstimates.Of(FundHistory.Of(known)));
    }

    private PricedTournament KnownOf(PricedTournament tournament, int row)
    {
        ReturnMatrix own = tournament.Returns;
        // One cut for all tournaments, by the longest window: a shorter one's newer rounds would stand beside gaps that had to be filled.
        int until = Returns.FirstRound + (row - LongestWindow - Embargo) - own.FirstRound + 1;
        return tournament with { Returns = own.OfRounds(0, Math.Clamp(until, 0, own.RoundCount)) };
    }
}
