using System.Globalization;

namespace StakeBot.Adapters.Charts;

/// <summary>Round places of a date axis: days, Mondays, firsts of a month or of a year. The value is the day's number.</summary>
internal static class DateTicks
{
    private static readonly int[] DaySteps = [1, 2, 3, 7, 14];
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 600];

    public static IReadOnlyList<Tick> Of(DateOnly first, DateOnly last, int most)
    {
        int days = last.DayNumber - first.DayNumber;
        foreach (int step in DaySteps)
        {
            if (days / step < most)
                return Days(first, last, step);
        }
        int months = ((last.Year - first.Year) * 12) + last.Month - first.Month;
        int monthStep = Array.Find(MonthSteps, step => months / step < most);
        return Months(first, last, monthStep == 0 ? MonthSteps[^1] : monthStep);
    }

    private static List<Tick> Days(DateOnly first, DateOnly last, int step)
    {
        // Day number 0 is a Monday, so weeks begin with one.
        int start = step >= 7 ? (first.DayNumber + 6) / 7 * 7 : first.DayNumber;
        List<Tick> ticks = [];
        for (int day = start; day <= last.DayNumber; day += step)
            ticks.Add(new(day, DateOnly.FromDayNumber(day).ToString("d MMM", CultureInfo.InvariantCulture)));
        return ticks;
    }

    private static List<Tick> Months(DateOnly first, DateOnly last, int step)
    {
        List<Tick> ticks = [];
        int firstMonth = (first.Year * 12) + first.Month - 1;
        for (int month = (firstMonth + step - 1) / step * step; month / 12 <= last.Year; month += step)
        {
            DateOnly day = new(month / 12, (month % 12) + 1, 1);
            if (day < first)
                continue;
            if (day > last)
                break;
            ticks.Add(new(day.DayNumber, TextOf(day, step, isFirst: ticks.Count == 0)));
        }
        return ticks;
    }

    // The year stands at its first tick; between years a month says enough.
    private static string TextOf(DateOnly day, int step, bool isFirst)
    {
        string format = step >= 12 ? "yyyy" : isFirst || day.Month <= step ? "MMM yyyy" : "MMM";
        return day.ToString(format, CultureInfo.InvariantCulture);
    }
}
