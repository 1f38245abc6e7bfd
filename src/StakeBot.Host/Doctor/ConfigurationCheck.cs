namespace StakeBot.Host.Doctor;

/// <summary>Whether the settings and policies are valid.</summary>
internal sealed class ConfigurationCheck(IReadOnlyList<string> faults) : IDoctorCheck
{
    public string Name => "configuration";

    public Task<Finding> CheckAsync(CancellationToken ct) => Task.FromResult(faults.Count == 0
        ? Finding.Ok("Settings and policies are valid.")
        : Finding.Fail(string.Join(" ", faults), "Mend each, then ask again: what needs valid settings was not looked at."));
}
