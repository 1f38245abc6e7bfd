using StakeBot.Adapters.Store;

namespace StakeBot.Host.Verbs;

/// <summary>The house without its doors, for verbs that work on the data folder while the bot is stopped.</summary>
internal static class StoppedBot
{
    /// <summary>All the rooms, none of them started.</summary>
    public static WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddStakeBot(new DataSource.Simulated()).AddSurfaces();
        return builder.Build();
    }

    /// <summary>Takes the data folder, does the work, and lets go of it.</summary>
    public static async Task<int> WithFolderAsync(Func<IServiceProvider, Task<int>> work, CancellationToken ct)
    {
        await using WebApplication house = Build();
        if (ConfigurationFaults.Of(house.Services) is { Count: > 0 } faults)
            return Say(ConfigurationFaults.Describe(faults, "Nothing was done."), ExitCode.WrongConfiguration);
        try
        {
            house.Services.GetRequiredService<FolderLock>();
            await house.Services.GetRequiredService<StoreStart>().OpenAsync(ct);
            return await work(house.Services);
        }
        catch (Exception closed) when (closed is FolderTakenException or StoreStartException)
        {
            return Say($"{closed.Message}\nNothing was done.", ExitCode.Refused);
        }
    }

    public static int Say(string sentence, int code)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
