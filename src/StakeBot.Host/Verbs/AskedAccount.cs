using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai;
using StakeBot.Adapters.Secrets;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Host.Verbs;

/// <summary>The account that a question on the console is about when no files are named: the one that the bot would answer about with the same settings.</summary>
internal abstract record AskedAccount
{
    private const string Forgets = "Nothing is sent or remembered; limits and models that were set in chat are not known here.";

    private AskedAccount()
    {
    }

    /// <summary>Looks at the settings and, where no bot has it, into the data folder: a key that is linked there goes before one in the settings.</summary>
    public static async Task<AskedAccount> FindAsync(CancellationToken ct)
    {
        await using WebApplication house = StoppedBot.Build();
        if (ConfigurationFaults.Of(house.Services) is { Count: > 0 } faults)
            return new Unknown(ConfigurationFaults.Describe(faults, "Nothing was asked."), ExitCode.WrongConfiguration);
        NumeraiOptions settings = house.Services.GetRequiredService<IOptions<NumeraiOptions>>().Value;
        string folder = house.Services.GetRequiredService<IOptions<StoreOptions>>().Value.Folder;
        try
        {
            if (await LinkedAsync(house.Services, folder, ct) is { } linked)
                return new OfKey(ForReading(settings, linked.PublicId, linked.SecretKey.Reveal()), $"This is the account of the key that is linked here. {Forgets}");
        }
        catch (FolderTakenException taken) when (settings.IsConfigured)
        {
            return Configured(settings, $"{taken.Message} A key that is linked there was not looked at. ");
        }
        catch (FolderTakenException taken)
        {
            return new Unknown($"{taken.Message} Whether a key is linked there cannot be seen; its chat answers about the right account.\nNothing was asked.", ExitCode.Refused);
        }
        catch (Exception closed) when (closed is StoreStartException or StoreUnavailableException or SecretsUnavailableException or MasterKeyException)
        {
            return new Unknown($"Whether a key is linked cannot be read: {closed.Message}\nNothing was asked.", ExitCode.Refused);
        }
        return settings.IsConfigured ? Configured(settings, "") : new OfNobody();
    }

    // A store that is not there is not made.
    private static async Task<NumeraiKey?> LinkedAsync(IServiceProvider services, string folder, CancellationToken ct)
    {
        if (!new StoreFolder(folder, services.GetRequiredService<TimeProvider>()).HasStore)
            return null;
        services.GetRequiredService<FolderLock>();
        await services.GetRequiredService<StoreStart>().OpenAsync(ct);
        return await services.GetRequiredService<KeyLinking>().KeyAsync(KeyUse.Reading, ct);
    }

    private static OfKey Configured(NumeraiOptions settings, string before) =>
        new(ForReading(settings, settings.PublicId, settings.SecretKey), $"{before}This is the account of the key in the settings. {Forgets}");

    // The key that may stake is left behind: without it nothing can be sent.
    private static NumeraiOptions ForReading(NumeraiOptions settings, string? publicId, string? secret) =>
        new() { ApiBase = settings.ApiBase, PublicId = publicId, SecretKey = secret, Stakers = settings.Stakers };

    /// <summary>No key is there: the simulated account.</summary>
    internal sealed record OfNobody : AskedAccount;

    /// <summary>The account of a key.</summary>
    /// <param name="Settings">How to read it.</param>
    /// <param name="Said">What whoever asks should know of it.</param>
    internal sealed record OfKey(NumeraiOptions Settings, string Said) : AskedAccount;

    /// <summary>It cannot be said which account it is.</summary>
    internal sealed record Unknown(string Reason, int ExitCode) : AskedAccount;
}
