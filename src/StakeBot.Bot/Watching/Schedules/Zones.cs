namespace StakeBot.Bot.Watching.Schedules;

/// <summary>Time zones as people type them: <c>Europe/Berlin</c>, <c>berlin</c>, <c>UTC</c>.</summary>
internal static class Zones
{
    private const int NearAtMost = 5;

    /// <summary>All that can be named, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The IANA name of what was typed; null when that is no place, or more than one.</summary>
    public static string? Find(string typed)
    {
        string wanted = typed.Trim().Replace(' ', '_');
        if (All.FirstOrDefault(id => id.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } whole)
            return whole;
        string[] cities = [.. All.Where(id => City(id).Equals(wanted, StringComparison.OrdinalIgnoreCase))];
        return cities.Length == 1 ? cities[0] : null;
    }

    /// <summary>Whether this machine knows a zone: one that was set elsewhere may be missing here.</summary>
    public static bool IsKnown(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>The place; UTC for one that this machine does not know, which whoever it concerns is told of.</summary>
    public static TimeZoneInfo PlaceOf(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? place) ? place : TimeZoneInfo.Utc;

    /// <summary>Names that have what was typed in them, or some that are often meant.</summary>
    public static IReadOnlyList<string> Near(string typed)
    {
        string wanted = typed.Trim().Replace(' ', '_');
        string[] near = [.. All.Where(id => wanted.Length > 0 && id.Contains(wanted, StringComparison.OrdinalIgnoreCase)).Take(NearAtMost)];
        return near.Length > 0 ? near : ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "UTC"];
    }

    private static string City(string id) => id[(id.LastIndexOf('/') + 1)..];
}
