using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Store.Lite;
using StakeBot.Adapters.Store.Memory;
using StakeBot.Bot.Ports.Storage;

namespace StakeBot.Adapters.Store;

/// <summary>Puts a store into the house. Where both are asked for, the later call counts.</summary>
public static class StoreRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>
        /// The durable store in its data folder. The folder is taken when <see cref="FolderLock"/> is first asked for and let go when the bot ends;
        /// <see cref="StoreStart"/> opens the file.
        /// </summary>
        public IServiceCollection AddStore()
        {
            services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton(provider => FolderLock.Take(provider.GetRequiredService<IOptions<StoreOptions>>().Value.Folder));
            services.AddSingleton(Open).AddSingleton(provider => new StoreStart(provider.GetRequiredService<LiteStore>()));
            return services
                .Replace(ServiceDescriptor.Singleton<IStakeStore>(provider => provider.GetRequiredService<LiteStore>()))
                .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<LiteStore>().Outbox))
                .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<LiteStore>().Inbox))
                .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<LiteStore>().Due))
                .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<LiteStore>().Backup))
                .Replace(ServiceDescriptor.Singleton<ILeadership, FolderLeadership>());
        }

        /// <summary>A store that ends with the process: for one question, and for tests.</summary>
        public IServiceCollection AddMemoryStore() => services
            .AddSingleton(provider => new MemoryStore(provider.GetService<TimeProvider>()))
            .Replace(ServiceDescriptor.Singleton<IStakeStore>(provider => provider.GetRequiredService<MemoryStore>()))
            .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<MemoryStore>().Outbox))
            .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<MemoryStore>().Inbox))
            .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<MemoryStore>().Due))
            .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<MemoryStore>().Leadership))
            .Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<MemoryStore>().Backup));
    }

    // The folder is taken before the store is made, so it is also let go after the store has closed its file.
    private static LiteStore Open(IServiceProvider provider)
    {
        provider.GetRequiredService<FolderLock>();
        return new LiteStore(new StoreSetup(provider.GetRequiredService<IOptions<StoreOptions>>().Value.Folder, provider.GetRequiredService<TimeProvider>()));
    }
}
