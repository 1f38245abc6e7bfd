namespace StakeBot.Core.Tournaments;

/// <summary>
/// The regular calendar of rounds: five a week, opening Tuesday to Saturday, none skipped.
/// Anchor: round 1100 opened on Tuesday 2025-09-23 (checked from round 589 of 2023-10-07 to round 1404 of 2026-11-21).
/// </summary>
/// <remarks>For labels and for history without dates only. What is open now is read from Numerai, never computed.</remarks>
public static class RoundCalendar
{
    private const int RoundsPerWeek = 5;
    private const int AnchorRound = 1100;
    private static readonly DateOnly AnchorTuesday = new(2025, 9, 23);

    /// <summary>The day on which a round opens.</summary>
    public static DateOnly OpenDate(RoundNumber round)
    {
        int sinceAnchor = round.Value - AnchorRound;
        int week = (int)Math.Floor(sinceAnchor / (double)RoundsPerWeek);
        return AnchorTuesday.AddDays(7 * week + (sinceAnchor - RoundsPerWeek * week));
    }

    /// <summary>The newest round that has opened on or before <paramref name="day"/>.</summary>
    public static RoundNumber NewestOn(DateOnly day)
    {
        int days = day.DayNumber - AnchorTuesday.DayNumber;
        int week = (int)Math.Floor(days / 7.0);
        return new RoundNumber(AnchorRound + RoundsPerWeek * week + Math.Min(days - 7 * week, RoundsPerWeek - 1));
    }
}
