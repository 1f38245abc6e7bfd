using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StakeBot.Adapters.Numerai.Keys;
using StakeBot.Adapters.Numerai.Reading;
using StakeBot.Adapters.Numerai.Staking;
using StakeBot.Adapters.Numerai.Wire;
using StakeBot.Bot.Linking;
using StakeBot.Bot.Ports;
using StakeBot.Bot.Ports.Staking;

namespace StakeBot.Adapters.Numerai;

/// <summary>Puts Numerai into the house.</summary>
public static class NumeraiRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Numerai's settings, checked at the start, and what anybody may read of it. Needs a <see cref="Core.Tournaments.PayoutHistory"/>.</summary>
        public IServiceCollection AddNumerai()
        {
            services.AddOptions<NumeraiOptions>().BindConfiguration(NumeraiOptions.Section).ValidateOnStart();
            services.AddSingleton<IValidateOptions<NumeraiOptions>, NumeraiOptionsValidator>();
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton<ConfiguredKeys>();
            services.TryAddSingleton<INumeraiKeys>(provider => new LinkedKeys(provider.GetRequiredService<ConfiguredKeys>(), provider.GetService<KeyLinking>()));
            services.AddSingleton<Pacing>().AddSingleton<NumeraiReads>();
            services.AddSingleton<ScoreCache>().AddSingleton<ScoreHistory>().AddSingleton<TournamentReading>().AddSingleton<ClaimsReading>();
            return services
                .AddSingleton<INmrPrice, NmrPrices>()
                .AddSingleton<KeyCheck>()
                .AddSingleton<IKeyCheck>(provider => provider.GetRequiredService<KeyCheck>())
                .AddSingleton<IServerClock, NumeraiClock>()
                .AddSingleton<ITokenInfo, TokenFactsReading>();
        }

        /// <summary>The key's account, and the way to change its Legacy stakes. Needs <c>AddNumerai</c>.</summary>
        public IServiceCollection AddNumeraiAccount() => services
            .AddSingleton<NumeraiMutations>()
            .AddSingleton<EvidenceReading>().AddSingleton<StakingRight>()
            .AddSingleton<ILegacyStakes, LegacyStakes>()
            .AddSingleton<IStakeMovements, StakeMovements>()
            .AddSingleton<AccountReader>()
            .AddSingleton<NumeraiAccount>()
            .AddSingleton<IPublicModels, PublicModels>()
            .AddSingleton<IScoringDays, ScoringDays>()
            .AddSingleton<INumerai>(provider => provider.GetRequiredService<NumeraiAccount>())
            .AddSingleton<IRoundRules>(provider => provider.GetRequiredService<NumeraiAccount>());
    }
}
