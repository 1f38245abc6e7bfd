using System.Globalization;
using StakeBot.Core.Tournaments;

namespace StakeBot.Adapters.Files;

/// <summary>Reads the label of a round: its number, or the day on which it opened.</summary>
internal static class RoundLabel
{
    private const int Newest = 99_999;

    /// <summary>The round; null when <paramref name="complaint"/> says why there is none.</summary>
    public static RoundNumber? Read(string text, out string complaint)
    {
        complaint = "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Newest)
            return new RoundNumber(number);
        if (!TryDay(text, out DateOnly day))
        {
            complaint = $"'{text}' is no round. Write the number of the round, such as 1100, or the day it opened, such as 2025-09-23.";
            return null;
        }
        RoundNumber round = RoundCalendar.NewestOn(day);
        if (round.Value is >= 1 and <= Newest && RoundCalendar.OpenDate(round) == day)
            return round;
        complaint = $"no round opened on {text}, a {day.DayOfWeek}: rounds open Tuesday to Saturday. Write the number of the round.";
        return null;
    }

    /// <summary>Reads <c>2025-09-23</c>, with or without a time behind it.</summary>
    public static bool TryDay(string text, out DateOnly day)
    {
        int length = text.Length > 10 && text[10] is ' ' or 'T' ? 10 : text.Length;
        return DateOnly.TryParseExact(text.AsSpan(0, length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
