using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StakeBot.Bot.Ports;

namespace StakeBot.Adapters.Ecb;

/// <summary>Puts the European Central Bank's rates into the house.</summary>
public static class EcbRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>The rates, read when somebody wants a currency that is not the dollar, and not before.</summary>
        public IServiceCollection AddEcb()
        {
            services.AddOptions<EcbOptions>().BindConfiguration(EcbOptions.Section).ValidateOnStart();
            services.AddSingleton<IValidateOptions<EcbOptions>, EcbOptionsValidator>();
            return services.AddSingleton<IExchangeRates, EcbRates>();
        }
    }
}
