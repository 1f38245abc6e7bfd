namespace StakeBot.Host.Doctor;

/// <summary>Whether the machine knows time zones: slim systems come without.</summary>
internal sealed class TimeZonesCheck : IDoctorCheck
{
    private static readonly string[] Asked = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"];

    public string Name => "time zones";

    public Task<Finding> CheckAsync(CancellationToken ct)
    {
        string[] unknown = [.. Asked.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))];
        return Task.FromResult(unknown.Length == 0
            ? Finding.Ok("The machine knows the world's time zones.")
            : Finding.Fail($"The machine does not know {string.Join(", ", unknown)}.", "Install its time zone data (package tzdata)."));
    }
}
