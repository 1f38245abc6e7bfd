using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Store;

/// <summary>Puts the store into the house: for now its folder, which one process has.</summary>
public static class StoreRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>The data folder. It is taken when <see cref="FolderLock"/> is first asked for and let go when the bot ends.</summary>
        public IServiceCollection AddStore()
        {
            services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
            return services.AddSingleton(provider => FolderLock.Take(provider.GetRequiredService<IOptions<StoreOptions>>().Value.Folder));
        }
    }
}
