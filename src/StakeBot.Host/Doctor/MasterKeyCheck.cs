using StakeBot.Adapters.Secrets;
using StakeBot.Adapters.Store;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Host.Doctor;

/// <summary>Where the master key comes from, and whether it is the one that the secrets need.</summary>
internal sealed class MasterKeyCheck(MasterKeySource source, Func<CancellationToken, Task<KeyRotation?>> open) : IDoctorCheck
{
    public string Name => "master key";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        try
        {
            return Judge(source.Find(), await NeededAsync(ct));
        }
        catch (MasterKeyException unusable)
        {
            return Finding.Fail(unusable.Message, "Without it no secret can be read or kept.");
        }
        catch (SecretsUnavailableException unreadable)
        {
            return Finding.Fail(unreadable.Message, "Use the version that wrote it, or link the key again.");
        }
    }

    private static Finding Judge(FoundMasterKey? found, IReadOnlyList<string> needed)
    {
        if (found is null)
        {
            return needed.Count == 0
                ? Finding.Ok("There is none, and no secret that needs one.")
                : Finding.Fail($"There is none, but secrets are encrypted with {string.Join(", ", needed)}.", $"Give the bot that one: set {MasterKeySource.FileVariable}.");
        }
        if (needed.FirstOrDefault(id => id != found.Key.Id) is { } other)
            return Finding.Fail($"{found.From} holds {found.Key.Id}, but secrets are encrypted with {other}.", "Give the bot that one, or link the keys again.");
        string sentence = $"{found.Key.Id}, from {found.From}.";
        return found.Warning is { } warning ? Finding.Warn(sentence, warning) : Finding.Ok(sentence);
    }

    // A store that does not open is another check's to tell.
    private async Task<IReadOnlyList<string>> NeededAsync(CancellationToken ct)
    {
        try
        {
            return await open(ct) is { } rotation ? await rotation.KeysInUseAsync(ct) : [];
        }
        catch (Exception closed) when (closed is FolderTakenException or StoreStartException or StoreUnavailableException)
        {
            return [];
        }
    }
}
