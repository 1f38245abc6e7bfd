using StakeBot.Adapters.Store;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Secrets;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Host.Doctor;

/// <summary>What Numerai says today of the keys that are linked. Asks nobody when none is.</summary>
internal sealed class LinkedKeysCheck(Func<CancellationToken, Task<KeyLinking?>> open, IKeyCheck? numerai) : IDoctorCheck
{
    public string Name => "Numerai keys";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        try
        {
            List<Finding> findings = [];
            if (await open(ct) is { } linking && numerai is not null)
            {
                foreach (LinkedKey key in await linking.StatusAsync(ct))
                    findings.Add(await JudgeAsync(linking, numerai, key, ct));
            }
            return findings.Count == 0 ? Finding.Ok("None is linked, so Numerai was not asked.") : KeyFinding.Worst(findings);
        }
        catch (FolderTakenException)
        {
            return Finding.Warn("A running StakeBot has the store, so no key was looked at.", "/link status in its chat shows them.");
        }
        catch (Exception fault) when (fault is NumeraiUnavailableException or SecretsUnavailableException or StoreStartException or StoreUnavailableException)
        {
            return Finding.Fail(fault.Message, "Mend that, then ask again.");
        }
    }

    private static async Task<Finding> JudgeAsync(KeyLinking linking, IKeyCheck numerai, LinkedKey linked, CancellationToken ct)
    {
        KeyFacts? facts = await linking.KeyAsync(linked.Use, ct) is { } key ? await numerai.CheckAsync(key, ct) : null;
        return KeyFinding.Of($"The {linked.Use.Word} key {linked.Masked}", linked.Use, facts, $"link it: stakebot link{(linked.Use == KeyUse.Staking ? " --staking" : "")}");
    }
}
