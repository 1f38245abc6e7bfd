using StakeBot.Adapters.Numerai;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Secrets;

namespace StakeBot.Host.Doctor;

/// <summary>What Numerai says today of the keys in the settings. Asks nobody when there is none.</summary>
internal sealed class ConfiguredKeysCheck(NumeraiOptions settings, IKeyCheck numerai) : IDoctorCheck
{
    public string Name => "key settings";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        if (!settings.IsConfigured)
            return Finding.Ok("No key is in the settings.");
        try
        {
            List<Finding> findings = [await JudgeAsync("The key Numerai:PublicId", KeyUse.Reading, settings.PublicId, settings.SecretKey, ct)];
            if (settings.StakePublicId is not null)
                findings.Add(await JudgeAsync("The key Numerai:StakePublicId", KeyUse.Staking, settings.StakePublicId, settings.StakeSecretKey, ct));
            return KeyFinding.Worst(findings);
        }
        catch (NumeraiUnavailableException silent)
        {
            return Finding.Fail(silent.Message, "Mend that, then ask again.");
        }
    }

    private async Task<Finding> JudgeAsync(string name, KeyUse use, string? publicId, string? secret, CancellationToken ct) =>
        KeyFinding.Of(name, use, await numerai.CheckAsync(new NumeraiKey(publicId!.Trim(), new Secret(secret!.Trim())), ct), "set that.");
}
