using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace StakeBot.Adapters.Numerai;

/// <summary>Puts Numerai into the house: for now the check of its settings.</summary>
public static class NumeraiRegistration
{
    extension(IServiceCollection services)
    {
        /// <summary>Numerai's settings, checked at the start.</summary>
        public IServiceCollection AddNumerai()
        {
            services.AddOptions<NumeraiOptions>().BindConfiguration(NumeraiOptions.Section).ValidateOnStart();
            return services.AddSingleton<IValidateOptions<NumeraiOptions>, NumeraiOptionsValidator>();
        }
    }
}
