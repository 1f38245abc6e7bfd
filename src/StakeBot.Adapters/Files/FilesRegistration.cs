using Microsoft.Extensions.DependencyInjection;

namespace StakeBot.Adapters.Files;

/// <summary>What the files room offers to the rest of the house.</summary>
public static class FilesRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds the known payout history and the policies, read when they are first asked for.</summary>
        public IServiceCollection AddFiles() => services
            .AddSingleton(_ => TournamentsFile.Load(Path.Combine(AppContext.BaseDirectory, "config", "tournaments.json")))
            .AddSingleton(_ => PoliciesFolder.Load(Path.Combine(AppContext.BaseDirectory, "config", "policies")));
    }
}
