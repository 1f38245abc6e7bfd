using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>
/// After how many further rounds a score is final. A 20-day round resolves within 33 days of its opening, before the 24th round after it opens;
/// a 60-day round within 89 days, before the 64th.
/// </summary>
internal static class ScoreHorizon
{
    private const int TwentyDays = 24;
    private const int SixtyDays = 64;

    public static int RoundsUntilFinal(IEnumerable<ScoreName> scores) =>
        scores.Any(score => score == ScoreName.Corr60 || score == ScoreName.Mmc60 || score == ScoreName.Alpha || score == ScoreName.Mpc)
            ? SixtyDays
            : TwentyDays;
}
