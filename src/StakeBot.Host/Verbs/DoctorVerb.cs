using System.CommandLine;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Secrets;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Host.Doctor;

namespace StakeBot.Host.Verbs;

/// <summary>doctor: looks at everything that the bot needs, says how each stands, and what to do about it.</summary>
internal static class DoctorVerb
{
    public static Command Command()
    {
        Command command = new("doctor", "Looks at settings, disk, store, keys and clock; says what is wrong and what to do. Asks Numerai only when a key is linked or in the settings.");
        command.SetAction(async (_, ct) =>
        {
            await using WebApplication house = StoppedBot.Build();
            return await ReportAsync(Checks(house.Services), Console.Out, ct);
        });
        return command;
    }

    /// <summary>Runs the checks and prints what they find.</summary>
    /// <returns>1 when one failed.</returns>
    public static async Task<int> ReportAsync(IEnumerable<IDoctorCheck> checks, TextWriter output, CancellationToken ct)
    {
        List<Health> found = [];
        foreach (IDoctorCheck check in checks)
        {
            Finding finding = await check.CheckAsync(ct);
            found.Add(finding.Health);
            await output.WriteLineAsync($"{Word(finding.Health),-5} {check.Name}: {finding.Sentence}");
            if (finding.Cure is { } cure)
                await output.WriteLineAsync($"      → {cure}");
        }
        await output.WriteLineAsync($"{found.Count(one => one == Health.Ok)} ok, {found.Count(one => one == Health.Warn)} warned, {found.Count(one => one == Health.Fail)} failed.");
        return found.Contains(Health.Fail) ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary>Everything that is looked at, in the order in which it is told.</summary>
    public static IDoctorCheck[] Checks(IServiceProvider services)
    {
        IReadOnlyList<string> faults = ConfigurationFaults.Of(services);
        if (faults.Count > 0)
            return [new ConfigurationCheck(faults), new TimeZonesCheck()];
        string folder = services.GetRequiredService<IOptions<StoreOptions>>().Value.Folder;
        NumeraiOptions numerai = services.GetRequiredService<IOptions<NumeraiOptions>>().Value;
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        return
        [
            new ConfigurationCheck(faults),
            new TimeZonesCheck(),
            new DataFolderCheck(folder),
            new DiskSpaceCheck(folder, DiskSpaceCheck.FreeBytes),
            new FsyncCheck(folder, time),
            new StoreCheck(ct => OpenedAsync<IStakeStore>(services, folder, ct)),
            new MasterKeyCheck(services.GetRequiredService<MasterKeySource>(), ct => OpenedAsync<KeyRotation>(services, folder, ct)),
            new LinkedKeysCheck(ct => OpenedAsync<KeyLinking>(services, folder, ct), services.GetService<IKeyCheck>()),
            new ConfiguredKeysCheck(numerai, services.GetRequiredService<IKeyCheck>()),
            new ClockCheck(ct => OpenedAsync<KeyLinking>(services, folder, ct), services.GetService<IServerClock>(), time, numerai.IsConfigured),
        ];
    }

    // The folder first: a store that a running bot has must not be opened a second time. One that is not there is not made.
    private static async Task<T?> OpenedAsync<T>(IServiceProvider services, string folder, CancellationToken ct) where T : class
    {
        if (!Directory.Exists(folder))
            return null;
        services.GetRequiredService<FolderLock>();
        await services.GetRequiredService<StoreStart>().OpenAsync(ct);
        return services.GetService<T>();
    }

    private static string Word(Health health) => health switch
    {
        Health.Ok => "ok",
        Health.Warn => "warn",
        Health.Fail => "FAIL",
        _ => throw new ArgumentOutOfRangeException(nameof(health), health, "Unknown health."),
    };
}
