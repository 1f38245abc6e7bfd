namespace StakeBot.Adapters.Paper.World;

/// <summary>
/// The bad spell of winter 2025/26, when 80–95 % of the measured models lost in rounds 1161–1176 (20-day scores). Here it lies on the 45 score days
/// that those sixteen rounds have in common, so that they suffer it whole and their neighbours in part.
/// </summary>
internal static class BadSpell
{
    /// <summary>The first round that suffers all of it.</summary>
    public const int FirstWholeRound = 1161;

    /// <summary>The last round that suffers all of it.</summary>
    public const int LastWholeRound = 1176;

    private const int FirstDay = LastWholeRound - PaperWorld.FirstRoundNumber;
    private const int Days = PaperCalendar.ScoringDays - (LastWholeRound - FirstWholeRound);

    /// <summary>The share of the whole spell that falls on the day at that index.</summary>
    public static double ShareOf(int day) => day is >= FirstDay and < FirstDay + Days ? 1.0 / Days : 0;
}
