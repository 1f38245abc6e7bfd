using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Ports.Secrets;

namespace StakeBot.Adapters.Secrets;

/// <summary>Puts the vault into the house. It needs a store; the master key is looked for when a secret is.</summary>
public static class SecretsRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>The vault.</summary>
        public IServiceCollection AddSecrets() => services
            .AddSingleton(new MasterKeySource(Environment.GetEnvironmentVariable))
            .AddSingleton<KeyRotation>()
            .AddSingleton<ISecretVault, SealedSecrets>();
    }
}
