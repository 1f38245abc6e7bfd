using StakeBot.Bot.Ports.Storage;
using StakeBot.Bot.Secrets;

namespace StakeBot.Bot.Ports.Secrets;

/// <summary>Secrets, encrypted in the store. What happens with one is journaled in the same durable step; the secret itself never is.</summary>
/// <exception cref="SecretsUnavailableException">Every method but <see cref="ListAsync"/>: there is no master key, or not the right one.</exception>
/// <exception cref="StoreUnavailableException">Every method: the store cannot be used now.</exception>
public interface ISecretVault
{
    /// <summary>Keeps a secret, instead of one that was there under its name.</summary>
    /// <param name="with">What is to be written in the same step: at least the journal's entry.</param>
    /// <returns>False when somebody else was first; nothing was written.</returns>
    Task<bool> PutAsync(SecretName name, Secret secret, Transition with, CancellationToken ct);

    /// <summary>One secret; null when there is none of that name.</summary>
    Task<Secret?> GetAsync(SecretName name, CancellationToken ct);

    /// <summary>Takes a secret away.</summary>
    /// <param name="with">What is to be written in the same step.</param>
    /// <returns>False when there was none, or somebody else was first; nothing was written.</returns>
    Task<bool> RemoveAsync(SecretName name, Transition with, CancellationToken ct);

    /// <summary>The names of an account's secrets.</summary>
    Task<IReadOnlyList<SecretName>> ListAsync(string account, CancellationToken ct);
}
