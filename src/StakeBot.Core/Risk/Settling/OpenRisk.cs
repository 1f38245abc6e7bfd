using StakeBot.Core.Proposals;
using StakeBot.Core.Stakes;
using StakeBot.Core.Tournaments;

namespace StakeBot.Core.Risk.Settling;

/// <summary>
/// What the rounds that are open will pay or burn, given what is resolved and what the open rounds have scored so far.
/// </summary>
/// <remarks>
/// <para>
/// Model: round returns are normal; of one model they hang together by the days that rounds share (<see cref="DayKernel"/>), and models by one covariance
/// (<see cref="ReturnScale"/>), the product of the two. Known are the final rounds of the last two windows and, as parts of rounds, the daily scores of open
/// ones (<see cref="ProvisionalScores"/>). The conditional mean and covariance of what is still open are those of simple kriging
/// (<see cref="RoundPrediction"/>); to them comes the error of the estimated mean, as far as the prediction rests on it. Returns beyond the payout rule's clip
/// count as the clip. Intervals and the bad case are Student's t (<see cref="DegreesOfFreedom"/>), since the variance is an estimate from few independent windows:
/// that is what makes the tails fat.
/// </para>
/// <para>
/// Error: on the public 20-day scores (twenty models, every second round from 963 on, predictions from what was resolved at the time) 90 % intervals of the
/// sum of the rounds still open held 90.5 % of the outcomes of single models and 90.2 % of the equal-weight portfolio, and were 17 % narrower than without
/// knowledge; misses lie below, because the models of that file were chosen afterwards and then weakened. Daily scores can be tested where the truth is
/// made: with 20 days and 240 rounds intervals held 89 % of 150 outcomes and were 22 % narrower; on the simulated account, with 60 days and five windows
/// of history, they held all of 60 and were 31 % narrower. Of that daily scores add only some 5 %: the days to come count in more rounds than those gone
/// by, and resolved rounds tell most of the latter. What daily scores settle are the rounds that are nearly over. Lasting changes of a model's skill are not
/// in the model, nor is compounding; models of two tournaments are related by what they share in one round; correlations do not change with time.
/// </para>
/// </remarks>
public sealed class OpenRisk
{
    private const double FewestDegrees = 3;
    private const double MostDegrees = 500;

    private OpenRisk()
    {
    }

    /// <summary>The open rounds with something at risk, in the order in which they become final.</summary>
    public required IReadOnlyList<OpenRound> Rounds { get; init; }

    /// <summary>All of them together, given everything that is known.</summary>
    public required Settlement Total { get; init; }

    /// <summary>The same without the daily scores: given the resolved rounds only.</summary>
    public required Settlement GivenResolved { get; init; }

    /// <summary>The same without any knowledge of these rounds: what any window would be.</summary>
    public required Settlement GivenNothing { get; init; }

    /// <summary>Stakes that are in no figure, because their models have too little history.</summary>
    public required IReadOnlyList<Stake> Unassessed { get; init; }

    /// <summary>Whether the NMR at risk in each round is an assumption, because only its sum is known.</summary>
    public required bool PositionsAreAssumed { get; init; }

    /// <summary>What the tails of the distribution are worth: degrees of freedom of Student's t.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>How the rounds of each tournament hang together.</summary>
    public required IReadOnlyList<(Tournament Tournament, DayKernel Kernel)> Kernels { get; init; }

    /// <summary>Assesses the open rounds.</summary>
    /// <param name="snapshot">What is at risk.</param>
    /// <param name="history">A history that <see cref="FundHistory.IsEnough"/>.</param>
    /// <param name="moments">Its estimates.</param>
    /// <param name="policy">Says how bad the bad case is.</param>
    /// <param name="memory">What other assessments have computed already; null: nothing. The result is the same.</param>
    public static OpenRisk Of(StakeSnapshot snapshot, FundHistory history, WindowMoments moments, RiskPolicy policy, SettlingMemory? memory = null)
    {
        OpenBook book = OpenBook.Of(snapshot, history, memory ?? new SettlingMemory());
        ReturnScale scale = ReturnScale.Of(history, moments, book.Tournaments);
        double degrees = DegreesOf(book.Holdings, moments);
        StudentTail student = new(degrees);
        SettlementSum all = Sum(Knowledge.DailyScores);
        return new OpenRisk
        {
            Rounds = all.Rounds(),
            Total = all.Total(),
            GivenResolved = Sum(Knowledge.ResolvedRounds).Total(),
            GivenNothing = Sum(Knowledge.Nothing).Total(),
            Unassessed = book.Unassessed,
            PositionsAreAssumed = book.PositionsAreAssumed,
            DegreesOfFreedom = degrees,
            Kernels = [.. book.Tournaments.Select(one => (one.Priced.Tournament, one.Fit.Kernel))],
        };

        SettlementSum Sum(Knowledge knowledge) => new(book, scale, knowledge, student, 1 - policy.Level);
    }

    /// <summary>
    /// What the variances are worth, by the worst informed model: one less than its independent windows, as if the second estimate of the variance added
    /// nothing, and no less than three. Where that is wrong the intervals are too wide: twice as many held 89 % and 86 % of the public outcomes.
    /// </summary>
    internal static double DegreesOf(IReadOnlyList<Holding> holdings, WindowMoments moments) =>
        Math.Max(FewestDegrees, holdings.Select(holding => moments.Windows[holding.Column] - 1).Append(MostDegrees).Min());
}
