using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Linking;

namespace StakeBot.Host.Verbs;

/// <summary>The house that serves, with its store open, about the account that files, settings or linked keys name.</summary>
/// <param name="App">Ready to be started.</param>
/// <param name="Source">The account that it answers about.</param>
internal sealed record OpenHouse(WebApplication App, DataSource Source)
{
    /// <summary>All the rooms; the key in the settings decides, unless files were named.</summary>
    public static OpenHouse Build(DataSource source)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        source = source.WithKey(builder.Configuration.GetSection(NumeraiOptions.Section).Get<NumeraiOptions>());
        builder.Services.AddStakeBot(source).AddSurfaces();
        return new OpenHouse(builder.Build(), source);
    }

    /// <summary>Takes the folder and opens the store. Which keys are linked is known only then: with one, it is built anew about that key's account.</summary>
    /// <exception cref="FolderTakenException">Another StakeBot has the folder.</exception>
    /// <exception cref="StoreStartException">The store cannot be opened.</exception>
    public async Task<OpenHouse> OpenAsync(CancellationToken ct)
    {
        App.Services.GetRequiredService<FolderLock>();
        await App.Services.GetRequiredService<StoreStart>().OpenAsync(ct);
        if (Source is not DataSource.Simulated || !await HasReadingKeyAsync(ct))
            return this;
        await App.DisposeAsync();
        return await Build(new DataSource.FromNumerai()).OpenAsync(ct);
    }

    private async Task<bool> HasReadingKeyAsync(CancellationToken ct) =>
        App.Services.GetService<KeyLinking>() is { } linking && (await linking.StatusAsync(ct)).Any(key => key.Use == KeyUse.Reading);
}
