using Microsoft.Extensions.Options;
using StakeBot.Adapters.Store;
using StakeBot.Adapters.Store.Transfer;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Host.Verbs;

/// <summary>What the verbs backup, restore and export have in common: the data folder of the settings, and words for all that can be wrong with it.</summary>
internal static class StoreVerb
{
    /// <param name="nothing">What did not happen, when something is wrong.</param>
    /// <param name="mustExist">Whether something must have been stored before.</param>
    /// <param name="act">Does it with the folder and says how it ended.</param>
    public static async Task<int> RunAsync(string nothing, bool mustExist, Func<StoreFolder, string, Task<int>> act)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Services.AddStore();
        await using ServiceProvider services = builder.Services.BuildServiceProvider();
        try
        {
            string path = services.GetRequiredService<IOptions<StoreOptions>>().Value.Folder;
            StoreFolder folder = new(path, services.GetRequiredService<TimeProvider>());
            return mustExist && !folder.HasStore
                ? Say($"There is nothing stored in {Path.GetFullPath(path)} yet.", nothing, ExitCode.Refused)
                : await act(folder, path);
        }
        catch (OptionsValidationException wrong)
        {
            return Say(string.Join('\n', wrong.Failures), nothing, ExitCode.WrongConfiguration);
        }
        catch (StoreStartException unusable)
        {
            return Say(unusable.Message, nothing, ExitCode.WrongConfiguration);
        }
        catch (Exception refused) when (refused is FolderTakenException or StoreTransferException or StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            return Say(refused.Message, nothing, ExitCode.Refused);
        }
    }

    private static int Say(string sentence, string nothing, int code)
    {
        Console.Error.WriteLine($"{sentence}\n{nothing}");
        return code;
    }
}
