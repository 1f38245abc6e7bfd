using StakeBot.Core.Risk;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>When an account that lies in files is: on the day on which the newest round of its scores opened.</summary>
internal static class FileCalendar
{
    public static DateTimeOffset TakenAt(IReadOnlyList<ScorePanel> panels) => Midnight(panels.Max(panel => panel.Rounds[^1]));

    /// <summary>The newest round of a tournament; that of the other tournaments when it has no scores, since all share the calendar.</summary>
    public static Round NewestRound(Tournament tournament, IReadOnlyList<ScorePanel> panels, int overlappingRounds)
    {
        RoundNumber number = (panels.FirstOrDefault(panel => panel.Tournament == tournament)?.Rounds ?? [panels.Max(panel => panel.Rounds[^1])])[^1];
        // The calendar knows days, not hours: the round is open from midnight to midnight.
        return new Round(tournament, number, RoundState.Open, Midnight(number), Midnight(number).AddDays(1), Midnight(number + overlappingRounds));
    }

    private static DateTimeOffset Midnight(RoundNumber round) => new(RoundCalendar.OpenDate(round), TimeOnly.MinValue, TimeSpan.Zero);
}
